package dev.backstep.stack;

import dev.backstep.stack.layout.Instance;
import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.layout.Place;
import dev.backstep.stack.layout.StackFailure;
import dev.backstep.stack.layout.Topology;
import dev.backstep.stack.process.Daemon;
import dev.backstep.stack.process.LiveProcess;
import dev.backstep.stack.process.Patience;
import dev.backstep.stack.process.Signal;
import dev.backstep.stack.process.TrainingRun;
import dev.backstep.stack.service.ServiceCopy;
import dev.backstep.stack.token.SigningKey;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The processes of one stack. All state is on disk: any number of these may look at the same stack,
 * and none of them has to live for the stack to go on. Two that start or stop processes at the same
 * time are not guarded here.
 */
public final class LocalStack {
  private final Layout layout;
  private final Elsewhere elsewhere;
  private final SpawnGate gate = new SpawnGate();

  public LocalStack(Layout layout) {
    this(layout, Elsewhere.NOWHERE);
  }

  /** A stack of which parts run elsewhere. */
  public LocalStack(Layout layout, Elsewhere elsewhere) {
    this.layout = layout;
    this.elsewhere = elsewhere;
  }

  public Layout layout() {
    return layout;
  }

  /**
   * Starts what is not running, each as soon as the parts it needs are ready; returns when all are.
   */
  public void start(Collection<Instance> instances, Progress progress) {
    TakenPorts.refuse(instances.stream().filter(instance -> !isAlive(instance)).toList(), layout);
    layout.directory().remember(layout.settings());
    SigningKey.of(layout.directory());
    InOrder.upwards(instances, instance -> start(instance, progress));
  }

  private void start(Instance instance, Progress progress) {
    long start = System.nanoTime();
    if (elsewhere.runs(instance.part())) {
      startElsewhere(instance);
    } else {
      new StartOne(layout, instance, daemon(instance), gate).run();
    }
    progress.ready(instance, Duration.ofNanos(System.nanoTime() - start));
  }

  private void startElsewhere(Instance instance) {
    if (!elsewhere.isAlive(instance)) {
      elsewhere.start(instance);
    }
    if (!Patience.until(StartOne.READY, () -> new Probe(layout).isReady(instance))) {
      throw new StackFailure(
          instance.name() + " does not answer: see " + layout.directory().log(instance.name()));
    }
    Recipes.of(instance, layout).afterReady();
  }

  /** Starts one process and waits until it is ready. */
  public void start(Instance instance) {
    start(List.of(instance), Progress.silent());
  }

  /** Stops one process and waits until it is gone. */
  public void stop(Instance instance) {
    stop(instance, StopOne::run, Progress.silent());
  }

  private void stop(Instance instance, Consumer<StopOne> parting, Progress progress) {
    if (elsewhere.runs(instance.part())) {
      elsewhere.stop(instance);
      return;
    }
    Daemon daemon = daemon(instance);
    long start = System.nanoTime();
    Optional<LiveProcess> live = daemon.live();
    live.ifPresent(process -> parting.accept(new StopOne(layout, instance, process)));
    daemon.forget();
    live.ifPresent(_ -> progress.stopped(instance, Duration.ofNanos(System.nanoTime() - start)));
  }

  /**
   * Stops everything that was started here, the latest first. Those that are in a training run
   * store what they have learnt, which takes them longer.
   */
  public void stopAll(Progress progress) {
    int storing = (int) alive().stream().filter(this::isInTraining).count();
    if (storing > 0) {
      progress.storing(storing);
    }
    stopAllBut(Set.of(), StopOne::run, progress);
    elsewhere.removeAll();
    ServiceCopy.removeAll(layout);
  }

  private boolean isInTraining(Instance instance) {
    return TrainingRun.of(instance, layout).isPresent();
  }

  /**
   * Stops everything that was started here except those, at once, and starts nothing any more: for
   * a start that is broken off while it is still at work in other threads.
   */
  public void breakOff(Set<Instance> kept, Progress progress) {
    gate.close();
    stopAllBut(kept, StopOne::runAtOnce, progress);
  }

  private void stopAllBut(Set<Instance> kept, Consumer<StopOne> parting, Progress progress) {
    var leaving = layout.directory().started().stream().filter(each -> !kept.contains(each));
    InOrder.downwards(leaving.toList(), instance -> stop(instance, parting, progress));
  }

  /** The processes that live now. */
  public Set<Instance> alive() {
    return layout.directory().started().stream()
        .filter(this::isAlive)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The process id of each that lives now, in the order of the topology. */
  public Map<Instance, Long> pids() {
    var pids = new LinkedHashMap<Instance, Long>();
    for (Instance instance : known()) {
      daemon(instance).live().ifPresent(process -> pids.put(instance, process.pid()));
    }
    return pids;
  }

  /** SIGKILL: no good-bye, no clean-up. */
  public void kill(Instance instance) {
    if (elsewhere.runs(instance.part())) {
      elsewhere.kill(instance);
    } else {
      require(instance).kill();
    }
  }

  /** SIGSTOP: keeps its connections and answers nothing. */
  public void pause(Instance instance) {
    if (elsewhere.runs(instance.part())) {
      elsewhere.pause(instance);
    } else {
      require(instance).send(Signal.STOP);
    }
  }

  /** SIGCONT, after a pause. */
  public void resume(Instance instance) {
    if (elsewhere.runs(instance.part())) {
      elsewhere.resume(instance);
    } else {
      require(instance).send(Signal.CONT);
    }
  }

  private LiveProcess require(Instance instance) {
    return daemon(instance)
        .live()
        .orElseThrow(() ->
            new StackFailure(
                "%1$s is not running: ./backstep start %1$s".formatted(instance.name())));
  }

  public boolean isAlive(Instance instance) {
    return elsewhere.runs(instance.part())
        ? elsewhere.isAlive(instance)
        : daemon(instance).live().isPresent();
  }

  /**
   * Every process of the topology, and the further instances that were started. Asks each, so takes
   * a moment.
   */
  public List<ProcessStatus> status() {
    return known().parallelStream().map(this::status).toList();
  }

  private Set<Instance> known() {
    return Stream.concat(
            Topology.places().stream()
                .map(Place::part)
                .filter(Part.usual()::contains)
                .map(Instance::of),
            layout.directory().started().stream())
        .sorted(Comparator.comparing(Instance::part).thenComparingInt(Instance::number))
        .collect(LinkedHashSet::new, Set::add, Set::addAll);
  }

  private ProcessStatus status(Instance instance) {
    var process = daemon(instance).live();
    var pid = process.map(live -> OptionalLong.of(live.pid())).orElseGet(OptionalLong::empty);
    return new ProcessStatus(
        instance, pid, layout.port(instance), layout.url(instance), health(instance, pid));
  }

  private ProcessStatus.Health health(Instance instance, OptionalLong pid) {
    if (pid.isPresent()) {
      boolean ready = new Probe(layout).isReady(instance);
      return ready ? ProcessStatus.Health.READY : ProcessStatus.Health.NOT_READY;
    }
    boolean died = daemon(instance).wasStarted();
    return died ? ProcessStatus.Health.DEAD : ProcessStatus.Health.STOPPED;
  }

  private Daemon daemon(Instance instance) {
    var directory = layout.directory();
    return new Daemon(instance.name(), directory.pidFile(instance), directory.log(instance.name()));
  }

  /** The first instance of each of those parts. */
  public static List<Instance> firstOf(Collection<Part> parts) {
    return parts.stream().map(Instance::of).toList();
  }
}
