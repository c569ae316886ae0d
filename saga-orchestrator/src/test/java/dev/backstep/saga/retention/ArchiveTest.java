package dev.backstep.saga.retention;

import static dev.backstep.saga.testing.Api.awaitState;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstep.contracts.Reply;
import dev.backstep.contracts.value.RefusalCode;
import dev.backstep.messaging.testing.Broker;
import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.messaging.transaction.Transactions;
import dev.backstep.saga.testing.Api;
import dev.backstep.saga.testing.Order;
import dev.backstep.stack.layout.Databases;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.testing.TestStack;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each look at the past is rolled back: the other tests count sagas. */
@QuarkusTest
class ArchiveTest {
  private static final Duration KEPT = Duration.ofDays(30);

  // The same sagas as if they had begun and ended long ago: ids begin with their time.
  private static final List<String> LONG_AGO =
      List.of(
          """
          INSERT INTO saga
          SELECT ('0100' || right(id::text, 32))::uuid, definition, definition_version, id, customer, state, retrying,
                 version, data, run, due_at, reason, traceparent, now() - interval '31 days', now() - interval '31 days'
          FROM saga WHERE id = ANY (?)
          """,
          """
          INSERT INTO saga_log
          SELECT ('0100' || right(saga_id::text, 32))::uuid, seq, at, event, step, direction, attempt, outcome, reason, sent
          FROM saga_log WHERE saga_id = ANY (?)
          """,
          """
          INSERT INTO saga_key SELECT key, ('0100' || right(saga_id::text, 32))::uuid FROM saga_key WHERE saga_id = ANY (?)
          """,
          """
          INSERT INTO saga_amount
          SELECT ('0100' || right(saga_id::text, 32))::uuid, minor, currency FROM saga_amount WHERE saga_id = ANY (?)
          """);

  @Inject Transactions transactions;
  @Inject Archive archive;

  @Test
  void keepsWhatHappenedAndForgetsWhatItWasAbout() {
    var order = turnedBack();
    lookBack(
        List.of(order),
        tx -> {
          assertThat(archive.keep(tx, before(), 10)).isEqualTo(1);
          for (var table :
              List.of(
                  "saga WHERE id",
                  "saga_log WHERE saga_id",
                  "saga_key WHERE saga_id",
                  "saga_amount WHERE saga_id")) {
            assertThat(texts(tx, "SELECT 1 FROM " + table + " = ?", old(order)))
                .as(table)
                .isEmpty();
          }
          assertThat(texts(tx, "SELECT a::text FROM saga_archive a WHERE saga_id = ?", old(order)))
              .singleElement()
              .asString()
              .contains("COMPENSATED", "REFUSED")
              .doesNotContain(Order.SECRET_TOKEN, Order.SECRET_STREET, "Lovelace");
        });
  }

  @Test
  void leavesSagasAloneThatAreOpenOrStuckOrEndedLately() {
    var running = running();
    var stuck = running();
    Broker.send(Order.reply(stuck.run("stock"), new Reply.Undone()));
    awaitState(stuck.saga(), "STUCK");
    var lately = turnedBack();
    lookBack(
        List.of(running, stuck),
        tx -> {
          assertThat(archive.keep(tx, before(), 10)).isZero();
          assertThat(texts(tx, "SELECT 1 FROM saga WHERE id = ?", old(running))).hasSize(1);
          assertThat(texts(tx, "SELECT 1 FROM saga WHERE id = ?", old(stuck))).hasSize(1);
          assertThat(texts(tx, "SELECT 1 FROM saga WHERE id = ?", lately.saga())).hasSize(1);
        });
  }

  @ParameterizedTest
  @CsvSource({"COMPLETED, 0", "RESOLVED, 0", "COMPENSATED, 1"})
  void leavesSagasAloneThatMayStillBeCalledBack(String state, int moved) {
    var order = turnedBack();
    lookBack(
        List.of(order),
        tx -> {
          texts(
              tx,
              "UPDATE saga SET state = '%s', data = data || '{\"lra\":\"one\"}' WHERE id = ? RETURNING 1"
                  .formatted(state),
              old(order));
          assertThat(archive.keep(tx, before(), 10)).isEqualTo(moved);
        });
  }

  @Test
  void leavesSagasAloneOfWhichALongRunningActionIsNotOver() {
    var order = turnedBack();
    lookBack(
        List.of(order),
        tx -> {
          texts(
              tx,
              """
              INSERT INTO lra_attempt (saga_id, step, number, wanted, lra, due_at)
              VALUES (?, 'shipment', 1, 'drop', 'one', now()) RETURNING 1
              """,
              old(order));
          assertThat(archive.keep(tx, before(), 10)).isZero();
          texts(
              tx,
              """
              UPDATE lra_attempt SET ended = 'Cancelled', ended_at = now(), due_at = NULL
              WHERE saga_id = ? RETURNING 1
              """,
              old(order));
          assertThat(archive.keep(tx, before(), 10)).isEqualTo(1);
          assertThat(texts(tx, "SELECT 1 FROM lra_attempt WHERE saga_id = ?", old(order)))
              .isEmpty();
        });
  }

  @Test
  void worksInBatchesAndDropsFromTheArchiveInTheEnd() {
    var orders = List.of(turnedBack(), turnedBack(), turnedBack());
    lookBack(
        orders,
        tx -> {
          assertThat(archive.keep(tx, before(), 2)).isEqualTo(2);
          assertThat(archive.keep(tx, before(), 2)).isEqualTo(1);
          assertThat(archive.drop(tx, before().minus(KEPT), 2)).isZero();
          assertThat(archive.drop(tx, before(), 2)).isEqualTo(2);
          assertThat(archive.drop(tx, before(), 2)).isEqualTo(1);
        });
  }

  @Test
  void isTheOnlyOneThatRemovesFromTheLog() throws SQLException {
    var database = Databases.of(Part.SAGA_ORCHESTRATOR);
    for (var role : List.of(database, Databases.ownerOf(Part.SAGA_ORCHESTRATOR))) {
      try (var connection = TestStack.current().connection(database, role);
          var statement = connection.createStatement()) {
        assertThatThrownBy(() -> statement.execute("DELETE FROM saga_log"))
            .as(role)
            .hasMessageContaining("append only");
      }
    }
    try (var connection = TestStack.current().connection(database, database);
        var statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("DELETE FROM saga_archive"))
          .hasMessageContaining("permission denied");
    }
  }

  private static Order running() {
    var order = Order.fresh();
    Broker.send(order.requested());
    awaitState(order.saga(), "RUNNING");
    return order;
  }

  private static Order turnedBack() {
    var order = running();
    Broker.send(order.refused("stock", RefusalCode.OUT_OF_STOCK), order.undone("order"));
    Api.awaitState(order.saga(), "COMPENSATED");
    return order;
  }

  private void lookBack(List<Order> orders, Look look) {
    assertThatThrownBy(() ->
            transactions.run(tx -> {
              for (var sql : LONG_AGO) {
                try (var insert = tx.connection().prepareStatement(sql)) {
                  var ids = orders.stream().map(Order::saga).toArray();
                  insert.setArray(1, tx.connection().createArrayOf("uuid", ids));
                  insert.executeUpdate();
                }
              }
              look.at(tx);
              throw new Enough();
            }))
        .isInstanceOf(Enough.class);
  }

  private static List<String> texts(Transaction tx, String sql, UUID id) throws SQLException {
    try (var select = tx.connection().prepareStatement(sql)) {
      select.setObject(1, id);
      try (var rows = select.executeQuery()) {
        var found = new ArrayList<String>();
        while (rows.next()) {
          found.add(rows.getString(1));
        }
        return found;
      }
    }
  }

  private static UUID old(Order order) {
    return UUID.fromString("0100" + order.saga().toString().substring(4));
  }

  private static Instant before() {
    return Instant.now().minus(KEPT);
  }

  @FunctionalInterface
  private interface Look {
    void at(Transaction tx) throws SQLException;
  }

  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
