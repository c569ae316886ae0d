package dev.backstep.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.backstep.e2e.audit.Audit;
import dev.backstep.e2e.audit.History;
import dev.backstep.e2e.audit.Strength;
import dev.backstep.e2e.shop.Ending;
import dev.backstep.e2e.shop.Mix;
import dev.backstep.e2e.shop.Pace;
import dev.backstep.e2e.shop.Purchase;
import dev.backstep.e2e.shop.Sale;
import dev.backstep.e2e.shop.Takings;
import dev.backstep.stack.LocalStack;
import dev.backstep.stack.Progress;
import dev.backstep.stack.layout.Instance;
import dev.backstep.stack.layout.Part;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@Audited
class TwoInstancesTest {
  private static final int ORDERS = 1_000;

  /**
   * Enough to keep both instances busy, few enough that shoppers wait for them and not the other
   * way.
   */
  private static final int SHOPPERS = 24;

  private static final Mix MIX =
      Mix.parse("declined=5,out-of-stock=3,timeout=1,unserviceable=4,slow=1,unavailable=2");

  private static final Duration ALL_FINAL = Duration.ofMinutes(4);

  private static final List<Instance> SECOND =
      Part.services().stream().map(service -> new Instance(service, 2)).toList();

  private static LocalStack processes() {
    return Backstep.stack().processes();
  }

  @BeforeAll
  static void startSecondInstances() {
    processes().start(SECOND, Progress.silent());
  }

  @AfterAll
  static void stopSecondInstances() {
    SECOND.forEach(processes()::stop);
  }

  @Test
  void finishesEveryOrderThoughOneOfEachServiceIsKilledOnTheWay() throws Exception {
    var sale = new Sale(Backstep.layout());
    sale.stock(ORDERS);
    try (var background = Executors.newVirtualThreadPerTaskExecutor()) {
      var running =
          background.submit(
              () -> sale.sell(MIX.deal(ORDERS, new Random(2)), new Pace.Queue(SHOPPERS)));
      killAndStartAgain(sale, 100, Part.INVENTORY_SERVICE);
      killAndStartAgain(sale, 300, Part.SAGA_ORCHESTRATOR);
      killAndStartAgain(sale, 500, Part.PAYMENT_SERVICE);
      killAndStartAgain(sale, 700, Part.ORDER_SERVICE);
      await().atMost(ALL_FINAL).until(running::isDone);
      everyOrderIsFinal(running.get());
    }
  }

  private static void killAndStartAgain(Sale sale, int purchases, Part service)
      throws SQLException {
    await().atMost(ALL_FINAL).until(() -> sale.soFar().size() >= purchases);
    var victim = Instance.of(service);
    processes().kill(victim);
    nothingIsBrokenMeanwhile();
    processes().start(victim);
    nothingIsBrokenMeanwhile();
  }

  private static void nothingIsBrokenMeanwhile() throws SQLException {
    var report = Audit.of(Backstep.layout(), Strength.RUNNING, History.NONE);
    assertThat(report.isClean()).as(report.table()).isTrue();
  }

  private static void everyOrderIsFinal(Takings takings) {
    assertThat(takings.purchases())
        .hasSize(ORDERS)
        .allSatisfy(each -> assertThat(each.ending().isFinal()).as("%s", each).isTrue())
        .allSatisfy(
            each -> assertThat(each.isAsExpected() || isLate(each)).as("%s", each).isTrue());
    assertThat(takings.accepted()).hasSize(ORDERS);
    assertThat(takings.count("CONFIRMED")).as(takings.toString()).isPositive();
  }

  /** With half of a service gone, a step of an order may miss its deadline. */
  private static boolean isLate(Purchase purchase) {
    return purchase.ending().equals(new Ending.TurnedDown("TIMED_OUT"));
  }
}
