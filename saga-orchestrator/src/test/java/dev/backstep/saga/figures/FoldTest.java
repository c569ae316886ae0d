package dev.backstep.saga.figures;

import static dev.backstep.saga.testing.Api.awaitState;
import static dev.backstep.saga.testing.Api.operator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.backstep.contracts.value.RefusalCode;
import dev.backstep.messaging.testing.Broker;
import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.messaging.transaction.Transactions;
import dev.backstep.saga.engine.SagaState;
import dev.backstep.saga.testing.Api;
import dev.backstep.saga.testing.Order;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FoldTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  private final Order order = Order.fresh();

  @Inject Transactions transactions;
  @Inject Figures figures;
  @Inject Fold fold;

  @Test
  void countsExactlyWhatIsThereAtEveryMoment() {
    for (int i = 0; i < 20; i++) {
      Broker.send(Order.fresh().requested());
      transactions.run(tx -> {
        freeze(tx);
        assertThat(Figures.byState(figures.tallies(tx))).isEqualTo(counted(tx));
      });
    }
    Broker.send(order.requested());
    awaitState(order.saga(), "RUNNING");
    Broker.send(order.refused("stock", RefusalCode.OUT_OF_STOCK), order.undone("order"));
    awaitState(order.saga(), "COMPENSATED");
    while (fold.runOnce()) {}
    transactions.run(tx -> {
      freeze(tx);
      assertThat(Figures.byState(figures.tallies(tx))).isEqualTo(counted(tx));
      assertThat(figures.tallies(tx).stream().mapToLong(Tally::minor).sum()).isEqualTo(amounts(tx));
    });
  }

  @Test
  void findsSagasByCustomerAndProductAndWhatParticipantsCallTheirEffects() {
    Broker.send(order.requested());
    complete();
    for (var q : List.of("ada", "KETTLE", "kettle", "ref-payment", "ref-shipment")) {
      await().alias(q).atMost(SOON).until(() -> finds(q));
    }
  }

  @Test
  void findsSagasByWhyTheyTurnedBack() {
    Broker.send(order.requested());
    awaitState(order.saga(), "RUNNING");
    Broker.send(order.refused("stock", RefusalCode.UNKNOWN_PRODUCT), order.undone("order"));
    awaitState(order.saga(), "COMPENSATED");
    await()
        .atMost(SOON)
        .until(() ->
            operator()
                .get("/api/sagas?cause=unknown-product")
                .jsonPath()
                .getList("sagas.id")
                .contains(order.saga().toString()));
  }

  @Test
  void keepsHowLongThingsTook() {
    Broker.send(order.requested());
    complete();
    await().atMost(SOON).until(() -> timed("payment/do") > 0 && timed(Stopwatch.CONFIRM) > 0);
    var periods =
        transactions.call(tx ->
            figures.periods(tx, Grain.HOUR, hourAgo().minus(Duration.ofHours(1)), Instant.now()));
    assertThat(periods).isNotEmpty();
  }

  private long timed(String what) {
    return transactions.call(tx ->
        figures.timings(tx, Grain.MINUTE, hourAgo(), hourAgo().plus(Duration.ofHours(2))).stream()
            .filter(it -> it.what().equals(what))
            .mapToLong(it -> it.timing().times())
            .sum());
  }

  private static Instant hourAgo() {
    return Instant.now().minus(Duration.ofHours(1));
  }

  private boolean finds(String q) {
    return operator()
        .get("/api/sagas?sort=newest&limit=200&q=" + q)
        .jsonPath()
        .getList("sagas.id")
        .contains(order.saga().toString());
  }

  private void complete() {
    for (var step : List.of("stock", "payment", "shipment", "confirmation", "settlement")) {
      Api.awaitSaga(
          order.saga(),
          saga ->
              "DOING"
                  .equals(saga.getString("steps.find { it.name == '%s' }.state".formatted(step))));
      Broker.send(order.done(step));
    }
    awaitState(order.saga(), "COMPLETED");
  }

  private static void freeze(Transaction tx) throws SQLException {
    try (var statement = tx.connection().createStatement()) {
      statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
    }
  }

  private static Map<SagaState, Long> counted(Transaction tx) throws SQLException {
    var counts = new EnumMap<SagaState, Long>(SagaState.class);
    for (var state : SagaState.values()) {
      counts.put(state, 0L);
    }
    try (var select =
            tx.connection().prepareStatement("SELECT state, count(*) FROM saga GROUP BY state");
        var rows = select.executeQuery()) {
      while (rows.next()) {
        counts.put(SagaState.valueOf(rows.getString(1)), rows.getLong(2));
      }
    }
    return counts;
  }

  private static long amounts(Transaction tx) throws SQLException {
    try (var select =
            tx.connection()
                .prepareStatement(
                    "SELECT coalesce(sum((data #>> '{total,minorUnits}')::bigint), 0) FROM saga");
        var row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }
}
