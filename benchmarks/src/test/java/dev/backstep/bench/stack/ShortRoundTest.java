package dev.backstep.bench.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.bench.cost.Meter;
import dev.backstep.bench.cost.Processes;
import dev.backstep.bench.limit.Limit;
import dev.backstep.bench.load.Arrivals;
import dev.backstep.bench.load.RoundPlan;
import dev.backstep.bench.load.RoundResult;
import dev.backstep.bench.load.Shoppers;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.testing.TestStack;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Real services under a load that any machine bears; nothing here depends on how fast it is. */
class ShortRoundTest {
  private static final int PRODUCTS = 5;
  private static final int ORDERS = 40;
  private static final int DECLINED = 4;

  // Processes, for their costs are measured.
  private static TestStack stack;

  @BeforeAll
  static void startProcesses() {
    stack = TestStack.ofProcesses(Path.of("target", "test-stack"), Part.usual());
  }

  @AfterAll
  static void stopProcesses() {
    stack.close();
  }

  private RoundResult play(Shoppers shoppers) throws InterruptedException {
    var shelf = new Shopkeeper(stack.processes().layout()).stock("ROUND", PRODUCTS, 1_000);
    return shoppers.play(new RoundPlan(new Arrivals(10, ORDERS), shelf, 10));
  }

  @Test
  void everyOrderOfARoundIsSeenToEnd() throws InterruptedException {
    var layout = stack.processes().layout();
    try (var shoppers = Shoppers.of(layout);
        var meter = Meter.of(stack.processes())) {
      var begin = meter.begin();

      var result = play(shoppers);

      var costs = meter.since(begin);
      assertThat(result.answers().accepted()).isEqualTo(ORDERS);
      assertThat(result.post().getTotalCount()).isEqualTo(ORDERS);
      assertThat(result.confirmed().getTotalCount()).isEqualTo(ORDERS - DECLINED);
      assertThat(result.rejected().getTotalCount()).isEqualTo(DECLINED);
      assertThat(result.lost()).isZero();
      assertThat(result.confirmed().getMinValue()).isGreaterThan(result.post().getMinValue());
      // Each saga is at least a request, four commands with their replies, and two events.
      assertThat(costs.records()).isGreaterThan(11 * ORDERS);
      assertThat(costs.transactions()).isGreaterThan(ORDERS);
      assertThat(costs.walBytes()).isGreaterThan(1_000 * ORDERS);
      assertThat(costs.cpu().get("order-service")).isPositive();
      assertThat(costs.cpu().get("postgres")).isPositive();
      assertThat(costs.cpu().get(Processes.GENERATOR)).isPositive();
    }
  }

  @Test
  void everyLimitRowFinishesSagas() throws InterruptedException {
    var moment = Duration.ofMillis(500);
    var limit = new Limit(stack.processes().layout(), PRODUCTS, moment, moment);

    assertThat(limit.onePerStep(2).perSecond()).isPositive();
    assertThat(limit.batched(2).sagas()).isPositive();
    assertThat(limit.latency(new Arrivals(50, 10)).getTotalCount()).isEqualTo(10);
  }
}
