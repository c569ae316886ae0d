package dev.backstep.e2e.torture;

import dev.backstep.e2e.agent.AgentHome;
import dev.backstep.stack.LocalStack;
import dev.backstep.stack.Progress;
import dev.backstep.stack.layout.Instance;
import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.Overrides;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.testing.TestStack;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Where the torture takes place: a stack of its own with two processes of each service, a proxy on
 * every edge and an agent in every process.
 */
final class Site implements AutoCloseable {
  private static final int INSTANCES = 2;

  private final TestStack stack;
  private final Edges edges;
  private final Map<Part, SmallDisk> disks = new EnumMap<>(Part.class);

  private Site(TestStack stack) {
    this.stack = stack;
    this.edges = new Edges(stack.processes().layout(), services());
  }

  /**
   * Starts everything, with fresh data in that directory. Takes a minute.
   *
   * @param onDisks servers whose data is to be on a disk of its own
   */
  static Site open(Path directory, List<Part> onDisks) {
    onDisks.forEach(server -> SmallDisk.forget(directory.resolve(server.label())));
    var site = new Site(TestStack.ofProcesses(directory, Set.of()));
    try {
      onDisks.forEach(server -> site.disks.put(server, SmallDisk.under(site.home(server))));
      site.start();
      return site;
    } catch (RuntimeException e) {
      site.close();
      throw e;
    }
  }

  private void start() {
    new Overrides(layout().directory(), Instance.of(Part.KAFKA))
        .write(edges.brokerSettings(), List.of());
    services().forEach(service -> plan(service, Map.of()));
    stack.with(Part.usual());
    processes()
        .start(
            services().stream().filter(service -> service.number() > 1).toList(),
            Progress.silent());
  }

  /** How that process is to be at its next start. */
  void plan(Instance service, Map<String, String> settings) {
    var agent = AgentHome.prepare(agentDirectory(service), Optional.empty());
    var all = new TreeMap<>(edges.settingsOf(service));
    all.putAll(settings);
    new Overrides(layout().directory(), service).write(all, agent.flags());
  }

  private Path agentDirectory(Instance service) {
    return layout().directory().of("agents").resolve(service.name());
  }

  AgentHome agent(Instance service) {
    return new AgentHome(agentDirectory(service));
  }

  private Path home(Part server) {
    return layout().directory().of(server.label());
  }

  /** The disk of that server. */
  SmallDisk disk(Part server) {
    return Optional.ofNullable(disks.get(server)).orElseThrow();
  }

  /** Both processes of each service. */
  static List<Instance> services() {
    return Part.services().stream().flatMap(part -> instances(part).stream()).toList();
  }

  static List<Instance> instances(Part service) {
    return IntStream.rangeClosed(1, INSTANCES)
        .mapToObj(number -> new Instance(service, number))
        .toList();
  }

  Layout layout() {
    return processes().layout();
  }

  LocalStack processes() {
    return stack.processes();
  }

  TestStack stack() {
    return stack;
  }

  Edges edges() {
    return edges;
  }

  void restart(Instance instance) {
    processes().stop(instance);
    processes().start(instance);
  }

  @Override
  public void close() {
    stack.close();
    disks.values().forEach(SmallDisk::close);
    edges.close();
  }
}
