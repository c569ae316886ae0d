package dev.backstep.bench.cli;

import dev.backstep.bench.cost.Costs;
import dev.backstep.bench.cost.Meter;
import dev.backstep.bench.load.Arrivals;
import dev.backstep.bench.load.RoundPlan;
import dev.backstep.bench.load.RoundResult;
import dev.backstep.bench.load.Shelf;
import dev.backstep.bench.load.Shoppers;
import dev.backstep.bench.stack.Shopkeeper;
import dev.backstep.stack.LocalStack;
import dev.backstep.stack.Progress;
import dev.backstep.stack.layout.Instance;
import dev.backstep.stack.layout.Part;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench lra}: the same checkouts with and without a long running action, side by side. */
@Command(
    name = "lra",
    description = "What a checkout costs with and without an LRA, on a running stack.")
final class LraCommand implements Callable<Integer> {
  private static final int PRODUCTS = 1_000;
  private static final int UNITS = 1_000_000;
  private static final double MEDIAN = 50;
  private static final double NEARLY_ALL = 99;
  private static final double NANOS_PER_MILLI = 1e6;

  @Mixin private RunningStack running = new RunningStack();

  @Option(names = "--rate", description = "checkouts a second (default: ${DEFAULT-VALUE})")
  private double rate = 20;

  @Option(names = "--for", description = "seconds per round (default: ${DEFAULT-VALUE})")
  private int seconds = 15;

  private final PrintWriter out = new PrintWriter(System.out, true, System.out.charset());

  @Override
  public Integer call() throws InterruptedException {
    var stack = new LocalStack(running.layout());
    var shelf = new Shopkeeper(stack.layout()).stock("BENCH", PRODUCTS, UNITS);
    start(stack);
    warmUp(stack, shelf);
    stack.stop(Instance.of(Part.LRA_COORDINATOR));
    out.printf(
        "%-36s %9s %9s %9s %9s %9s %9s %9s %6s%n",
        "%,.0f/s for %d s each".formatted(rate, seconds),
        "POST p50",
        "POST p99",
        "to CONF.",
        "p99",
        "CPU ms",
        "of coord.",
        "tx/saga",
        "held");
    round(stack, shelf, "plain, no coordinator", false);
    start(stack);
    round(stack, shelf, "plain, beside a coordinator", false);
    round(stack, shelf, "each in an LRA of its own", true);
    return 0;
  }

  private static void start(LocalStack stack) {
    stack.start(LocalStack.firstOf(EnumSet.of(Part.LRA_COORDINATOR)), Progress.silent());
  }

  private void warmUp(LocalStack stack, Shelf shelf) throws InterruptedException {
    try (var shoppers = Shoppers.of(stack.layout())) {
      var _ = shoppers.playInLras(plan(shelf));
      var _ = shoppers.play(plan(shelf));
    }
  }

  private RoundPlan plan(Shelf shelf) {
    return new RoundPlan(Arrivals.during(rate, Duration.ofSeconds(seconds)), shelf, 0);
  }

  private void round(LocalStack stack, Shelf shelf, String what, boolean inLras)
      throws InterruptedException {
    try (var shoppers = Shoppers.of(stack.layout());
        var meter = Meter.of(stack)) {
      var begin = meter.begin();
      var result = inLras ? shoppers.playInLras(plan(shelf)) : shoppers.play(plan(shelf));
      out.println(row(what, result, meter.since(begin)));
    }
  }

  private static String row(String what, RoundResult result, Costs costs) {
    double sagas = Math.max(1, result.finished());
    var coordinator = costs.cpu().getOrDefault(Part.LRA_COORDINATOR.label(), Duration.ZERO);
    return "%-36s %9.1f %9.1f %9.1f %9.1f %9.2f %9.2f %9.2f %6s"
        .formatted(
            what,
            millis(result.post(), MEDIAN),
            millis(result.post(), NEARLY_ALL),
            millis(result.confirmed(), MEDIAN),
            millis(result.confirmed(), NEARLY_ALL),
            costs.allCpu().toNanos() / NANOS_PER_MILLI / sagas,
            coordinator.toNanos() / NANOS_PER_MILLI / sagas,
            costs.transactions() / sagas,
            result.isHeld() ? "yes" : "no");
  }

  private static double millis(Histogram nanos, double percentile) {
    return nanos.getValueAtPercentile(percentile) / NANOS_PER_MILLI;
  }
}
