package dev.backstep.bench.cli;

import dev.backstep.bench.limit.Limit;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench limit}: the limit rows alone, on a stack that runs already. */
@Command(name = "limit", description = "What plain JDBC can do on a running stack's PostgreSQL.")
final class LimitCommand implements Callable<Integer> {
  private static final Duration WARM_UP = Duration.ofSeconds(3);

  @Mixin private RunningStack stack = new RunningStack();

  @Option(names = "--for", description = "seconds per row (default: ${DEFAULT-VALUE})")
  private int seconds = 10;

  @Option(names = "--skus", description = "products to choose from (default: ${DEFAULT-VALUE})")
  private int products = 1_000;

  @Option(names = "--connections", split = ",", description = "one row for each number")
  private List<Integer> connections = List.of(8);

  @Option(names = "--batched-connections", split = ",", description = "one row for each number")
  private List<Integer> batched = List.of(2);

  private final PrintWriter out = new PrintWriter(System.out, true, System.out.charset());

  @Override
  public Integer call() throws InterruptedException {
    var limit = new Limit(stack.layout(), products, WARM_UP, Duration.ofSeconds(seconds));
    for (int each : connections) {
      out.printf(
          "one transaction per step and saga, %d connections: %,.0f sagas/s%n",
          each, limit.onePerStep(each).perSecond());
    }
    for (int each : batched) {
      out.printf(
          "multi-row statements, %d connections: %,.0f sagas/s%n",
          each, limit.batched(each).perSecond());
    }
    return 0;
  }
}
