package dev.backstep.bench.run;

import dev.backstep.bench.cost.Costs;
import dev.backstep.bench.cost.Memory;
import dev.backstep.bench.cost.Processes;
import java.time.Duration;
import java.util.Map;

/**
 * What the stack takes when nobody wants anything of it, after it has worked and cleaned up: what
 * cleaning up costs belongs to the load, and would else fall on whatever moment it is looked at.
 */
record AtRest(Costs costs, Map<String, Memory> memory) {
  /** Compilers finish, the replica catches up. */
  private static final Duration SETTLE = Duration.ofSeconds(10);

  private static final Duration LENGTH = Duration.ofSeconds(30);

  static AtRest measure(Session session) throws InterruptedException {
    session.stack().cleanUp();
    Thread.sleep(SETTLE);
    var begin = session.meter().begin();
    Thread.sleep(LENGTH);
    var costs = session.meter().since(begin);
    var memory = Memory.of(new Processes(session.stack().processes()).pids());
    session.say("at rest: %.1f %% of a core".formatted(percent(costs)));
    return new AtRest(costs, memory);
  }

  /** Of one core, without this process. */
  static double percent(Costs costs) {
    return costs.percentOfCore(
        costs.allCpu().minus(costs.cpu().getOrDefault(Processes.GENERATOR, Duration.ZERO)));
  }
}
