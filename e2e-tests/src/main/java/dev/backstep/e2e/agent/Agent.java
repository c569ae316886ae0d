package dev.backstep.e2e.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** What the JVM calls before the service's own main. */
public final class Agent {
  static final String SABOTAGE = "sabotage";

  private Agent() {}

  /**
   * Arms this process.
   *
   * @param home a directory with the plan, where traps are set and what was changed is noted
   */
  public static void premain(String home, Instrumentation instrumentation) {
    var directory = Path.of(home);
    Traps.watch(directory);
    Clocks.watch(directory);
    instrumentation.addTransformer(new Patching(patches(plan(directory)), directory));
  }

  private static Properties plan(Path directory) {
    var plan = new Properties();
    try (var reader = Files.newBufferedReader(directory.resolve(AgentHome.PLAN))) {
      plan.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return plan;
  }

  private static List<Patch> patches(Properties plan) {
    var patches = new ArrayList<Patch>();
    for (var point : TrapPoint.values()) {
      patches.addAll(point.patches());
    }
    Stream.of(plan.getProperty(SABOTAGE, "").split(",", -1))
        .filter(name -> !name.isEmpty())
        .forEach(name -> patches.addAll(Sabotage.valueOf(name).patches()));
    patches.addAll(Clocks.patches());
    return patches;
  }
}
