package dev.backstep.e2e.shop;

import dev.backstep.e2e.audit.Audit;
import dev.backstep.e2e.audit.AuditCommand;
import dev.backstep.e2e.audit.Rest;
import dev.backstep.e2e.audit.Strength;
import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.StackFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * {@code ./backstep shop}: exit code 0 when every order became final and the audit is clean, 1 when
 * not, 2 when it could not begin, 130 when it was stopped.
 */
@CommandLine.Command(
    name = "shop",
    description = "Sends shoppers into the shop, then looks into the books.",
    mixinStandardHelpOptions = true)
public final class Shop implements Callable<Integer> {
  /** The last orders' goods are settled shortly after they are final. */
  private static final Duration REST = Duration.ofSeconds(60);

  private static final long SEED = 42;

  @CommandLine.Option(
      names = "--orders",
      description = "How many (default: ${DEFAULT-VALUE})",
      defaultValue = "100")
  private int orders = 100;

  @CommandLine.Option(
      names = "--rate",
      description = "Orders per second, however long they take (default: as fast as they leave)")
  private @Nullable Double rate;

  @CommandLine.Option(
      names = "--mix",
      paramLabel = "KIND=PERCENT,...",
      description =
          "Of declined, insufficient-funds, out-of-stock, timeout, slow, unavailable, unserviceable")
  private String mix = "";

  @CommandLine.Option(names = "--data", description = "The stack's data (default: .backstep)")
  private @Nullable Path data;

  private final PrintWriter out = new PrintWriter(System.out, true, System.out.charset());

  /** Ends the process with the exit code. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Shop()).execute(args));
  }

  @Override
  public Integer call() throws SQLException, InterruptedException {
    try {
      return run(AuditCommand.layout(data), new Plan(orders, Mix.parse(mix), pace()));
    } catch (StackFailure | IOException | IllegalArgumentException e) {
      out.println(e.getMessage() == null ? "no service answers" : e.getMessage());
      return 2;
    }
  }

  private record Plan(int orders, Mix mix, Pace pace) {
    Plan {
      if (orders < 1) {
        throw new IllegalArgumentException("--orders is at least 1");
      }
    }
  }

  private Pace pace() {
    return rate == null ? new Pace.Queue(Pace.Queue.SHOPPERS) : new Pace.Arrivals(rate);
  }

  private int run(Layout layout, Plan plan) throws IOException, SQLException, InterruptedException {
    var sale = new Sale(layout);
    out.println("Bringing in the goods.");
    sale.stock(plan.orders);
    try (var interruption = Interruption.by(sale::close)) {
      var takings = sell(sale, plan);
      out.print(Report.of(takings));
      out.flush();
      return interruption.happened() ? 130 : closeTheBooks(layout, takings);
    }
  }

  private Takings sell(Sale sale, Plan plan) throws InterruptedException {
    var dealt = plan.mix.deal(plan.orders, RandomGeneratorFactory.getDefault().create(SEED));
    try (var _ = ProgressLine.start(out, plan.orders, sale::soFar)) {
      return sale.sell(dealt, plan.pace);
    }
  }

  private int closeTheBooks(Layout layout, Takings takings)
      throws SQLException, InterruptedException {
    var moving = Rest.await(layout, REST);
    if (!moving.isEmpty()) {
      out.println("Not at rest after %d s: %s".formatted(REST.toSeconds(), moving));
    }
    var report = Audit.of(layout, Strength.AT_REST, takings.history());
    out.println();
    out.print(report.table());
    out.flush();
    return report.isClean() && takings.areComplete() ? 0 : 1;
  }
}
