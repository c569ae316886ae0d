package dev.backstep.bench.cli;

import dev.backstep.bench.cost.Meter;
import dev.backstep.bench.cost.Statements;
import dev.backstep.bench.cost.ViewAge;
import dev.backstep.bench.load.Arrivals;
import dev.backstep.bench.load.RoundPlan;
import dev.backstep.bench.load.RoundResult;
import dev.backstep.bench.load.Shelf;
import dev.backstep.bench.load.Shoppers;
import dev.backstep.bench.report.LoadReport;
import dev.backstep.bench.stack.Shopkeeper;
import dev.backstep.stack.LocalStack;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench load}: rounds at given rates on a stack that runs already. */
@Command(name = "load", description = "Offers checkouts at fixed rates to a running stack.")
final class LoadCommand implements Callable<Integer> {
  private static final int UNITS = 1_000_000;

  @Mixin private RunningStack running = new RunningStack();

  @Option(
      names = "--rate",
      split = ",",
      description = "checkouts a second; several: one round each")
  private List<Double> rates = List.of(50.0);

  @Option(names = "--for", description = "seconds per round (default: ${DEFAULT-VALUE})")
  private int seconds = 10;

  @Option(names = "--skus", description = "products to choose from (default: ${DEFAULT-VALUE})")
  private int products = 1_000;

  @Option(names = "--declined", description = "declined cards, in %% (default: ${DEFAULT-VALUE})")
  private int declined = 10;

  private final PrintWriter out = new PrintWriter(System.out, true, System.out.charset());

  @Option(
      names = "--statements",
      description = "also count SQL statements; the first use restarts PostgreSQL")
  private boolean statements;

  @Override
  public Integer call() throws InterruptedException {
    var stack = new LocalStack(running.layout());
    var shelf = new Shopkeeper(stack.layout()).stock("BENCH", products, UNITS);
    var counted = statements ? Optional.of(Statements.count(stack)) : Optional.<Statements>empty();
    try (var shoppers = Shoppers.of(stack.layout());
        var meter = Meter.of(stack)) {
      for (double rate : rates) {
        counted.ifPresent(Statements::reset);
        var result = play(shoppers, meter, rate, shelf);
        counted.ifPresent(it -> out.println(LoadReport.of(it.all(), result.finished())));
      }
    }
    return 0;
  }

  private RoundResult play(Shoppers shoppers, Meter meter, double rate, Shelf shelf)
      throws InterruptedException {
    var shown = ViewAge.of(running.layout());
    var begin = meter.begin();
    var arrivals = Arrivals.during(rate, Duration.ofSeconds(seconds));
    var result = shoppers.play(new RoundPlan(arrivals, shelf, declined));
    out.print(LoadReport.of(result, meter.since(begin)));
    out.println(ViewAge.of(running.layout()).minus(shown).text());
    return result;
  }
}
