package dev.backstep.bench.cli;

import dev.backstep.bench.load.Arrivals;
import dev.backstep.bench.load.RoundPlan;
import dev.backstep.bench.load.Shelf;
import dev.backstep.bench.load.Shoppers;
import dev.backstep.bench.report.LoadReport;
import dev.backstep.bench.stack.Processes;
import dev.backstep.bench.stack.Shopkeeper;
import dev.backstep.stack.LocalStack;
import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.ProjectRoot;
import dev.backstep.stack.layout.StackDirectory;
import dev.backstep.stack.layout.StackFailure;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench load}: rounds at given rates on a stack that runs already. */
@Command(name = "load", description = "Offers checkouts at fixed rates to a running stack.")
final class LoadCommand implements Callable<Integer> {
  private static final int UNITS = 1_000_000;

  @Option(names = "--data", description = "the stack's data (default: .backstep)")
  private @Nullable Path data;

  @Option(
      names = "--rate",
      split = ",",
      description = "checkouts a second; several: one round each")
  private List<Double> rates = List.of(50.0);

  @Option(names = "--for", description = "seconds per round (default: ${DEFAULT-VALUE})")
  private int seconds = 10;

  @Option(names = "--skus", description = "products to choose from (default: ${DEFAULT-VALUE})")
  private int products = 1_000;

  @Option(names = "--declined", description = "declined cards, in % (default: ${DEFAULT-VALUE})")
  private int declined = 10;

  private final PrintWriter out = new PrintWriter(System.out, true, System.out.charset());

  @Override
  public Integer call() throws InterruptedException {
    var layout = layout();
    var shelf = new Shopkeeper(layout).stock("BENCH", products, UNITS);
    try (var shoppers = Shoppers.of(layout)) {
      for (double rate : rates) {
        play(shoppers, new Processes(new LocalStack(layout)), rate, shelf);
      }
    }
    return 0;
  }

  private void play(Shoppers shoppers, Processes processes, double rate, Shelf shelf)
      throws InterruptedException {
    var before = processes.cpu();
    var arrivals = Arrivals.during(rate, Duration.ofSeconds(seconds));
    var result = shoppers.play(new RoundPlan(arrivals, shelf, declined));
    out.println(LoadReport.of(result, Processes.used(before, processes.cpu())));
  }

  private Layout layout() {
    var root = ProjectRoot.find();
    var directory = new StackDirectory(data == null ? root.path().resolve(".backstep") : data);
    var settings =
        directory
            .settings()
            .orElseThrow(
                () -> new StackFailure("there is no stack in %s".formatted(directory.path())));
    return Layout.of(root, directory, settings);
  }
}
