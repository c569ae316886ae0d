package dev.backstep.saga.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstep.contracts.value.RefusalCode;
import dev.backstep.messaging.testing.Broker;
import dev.backstep.messaging.transaction.Transactions;
import dev.backstep.saga.engine.LogEntry;
import dev.backstep.saga.engine.Saga;
import dev.backstep.saga.engine.SagaEngine;
import dev.backstep.saga.engine.SagaRun;
import dev.backstep.saga.testing.Api;
import dev.backstep.saga.testing.Order;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SagaLogTest {
  private static final String CHANGES =
      """
      SELECT m.version, m.was, m.became
      FROM saga_change c, unnest(c.sagas, c.versions, c.was, c.became) AS m(saga, version, was, became)
      WHERE m.saga = ? ORDER BY m.version
      """;

  private final Order order = Order.fresh();

  @Inject Transactions transactions;
  @Inject SagaTable table;
  @Inject SagaLog log;

  @Test
  void foldsToTheStoredRun() {
    Broker.send(order.requested());
    Api.awaitState(order.saga(), "RUNNING");
    Broker.send(order.done("stock"));
    Api.awaitSaga(order.saga(), saga -> saga.getLong("version") == 2);
    Broker.send(order.refused("payment", RefusalCode.PAYMENT_DECLINED), order.undone("stock"));
    Api.awaitSaga(order.saga(), saga -> saga.getLong("version") == 4);
    Api.act(order.saga(), "compensate", 4).then().statusCode(422);
    Broker.send(order.undone("order"), order.done("stock"));
    Api.awaitSaga(order.saga(), saga -> saga.getLong("version") == 6);

    var stored = transactions.call(tx -> table.find(tx, order.saga())).orElseThrow();
    var entries = transactions.call(tx -> log.read(tx, order.saga(), 100));
    assertThat(fold(stored.saga(), entries)).isEqualTo(stored.run());
  }

  @Test
  void isAppendOnly() {
    Broker.send(order.requested());
    Api.awaitState(order.saga(), "RUNNING");
    for (var sql : List.of("UPDATE saga_log SET reason = 'other'", "DELETE FROM saga_log")) {
      assertThatThrownBy(() ->
              transactions.run(tx -> {
                try (var statement = tx.connection().createStatement()) {
                  statement.execute(sql);
                }
              }))
          .hasMessageContaining("append only");
    }
  }

  @Test
  void tellsThoseWhoWatchWhatMoved() {
    Broker.send(order.requested());
    Api.awaitState(order.saga(), "RUNNING");
    Broker.send(order.refused("stock", RefusalCode.OUT_OF_STOCK));
    Api.awaitState(order.saga(), "COMPENSATING");
    assertThat(changes()).containsExactly("1: null RUNNING", "2: RUNNING COMPENSATING");
  }

  private List<String> changes() {
    return transactions.call(tx -> {
      try (var select = tx.connection().prepareStatement(CHANGES)) {
        select.setObject(1, order.saga());
        try (var rows = select.executeQuery()) {
          var found = new ArrayList<String>();
          while (rows.next()) {
            found.add(rows.getLong(1) + ": " + rows.getString(2) + " " + rows.getString(3));
          }
          return found;
        }
      }
    });
  }

  private static SagaRun fold(Saga<?> saga, List<LogEntry> entries) {
    return SagaEngine.fold(saga, entries);
  }
}
