package dev.backstep.saga.testing;

import static dev.backstep.saga.testing.Api.awaitState;

import dev.backstep.contracts.Reply;
import dev.backstep.contracts.value.RefusalCode;
import dev.backstep.messaging.testing.Broker;
import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.stack.layout.Databases;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.testing.TestStack;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * A database as it is after months, in a transaction that is never committed: nobody else sees it.
 * A tenth turned back, one in a thousand is stuck, one in four thousand runs.
 */
public final class ManySagas implements AutoCloseable, Transaction {
  /** Enough to make a scan show; {@code -Dbackstep.sagas=2000000} for a look at the real thing. */
  public static final int COUNT = Integer.getInteger("backstep.sagas", 200_000);

  /** A SKU that a tenth of all sagas have. */
  public static final String POPULAR = "POPULAR-3";

  private static final String SAGAS =
      """
      INSERT INTO saga
      SELECT ('0100' || lpad(to_hex(n), 8, '0') || '70008000' || lpad(to_hex(n), 12, '0'))::uuid,
             t.definition, t.definition_version, md5(n::text)::uuid, 'customer-' || n %% 50000, t.state, t.retrying,
             t.version, t.data, t.run, t.due_at, t.reason, t.traceparent,
             now() - (%1$d - n) * interval '1 s', now() - (%1$d - n) * interval '1 s'
      FROM generate_series(1, %1$d) AS n JOIN saga t ON t.id =
        CASE WHEN n %% 1000 = 0 THEN ?::uuid WHEN n %% 4000 = 1 THEN ?::uuid WHEN n %% 10 = 3 THEN ?::uuid ELSE ?::uuid END
      """
          .formatted(COUNT);

  private static final List<String> BESIDE =
      List.of(
          "INSERT INTO saga_key SELECT 'customer:' || customer, id FROM saga WHERE id < '01010000-0000-0000-0000-000000000000'",
          """
          INSERT INTO saga_key SELECT 'sku:POPULAR-' || ('x' || right(id::text, 4))::bit(16)::int % 10, id
          FROM saga WHERE id < '01010000-0000-0000-0000-000000000000'
          """,
          """
          INSERT INTO saga_key SELECT 'cause:out-of-stock', id FROM saga
          WHERE state = 'COMPENSATED' AND id < '01010000-0000-0000-0000-000000000000'
          """,
          """
          INSERT INTO saga_amount SELECT id, ('x' || right(id::text, 4))::bit(16)::int, 'EUR' FROM saga
          WHERE id < '01010000-0000-0000-0000-000000000000'
          """,
          "ANALYZE saga, saga_key, saga_amount");

  private final Connection connection;

  private ManySagas(Connection connection) {
    this.connection = connection;
  }

  /** Takes some seconds. */
  public static ManySagas stored() throws SQLException {
    var stuck = Order.fresh();
    var running = Order.fresh();
    var turnedBack = Order.fresh();
    var completed = Order.fresh();
    for (var order : List.of(stuck, running, turnedBack, completed)) {
      Broker.send(order.requested());
      awaitState(order.saga(), "RUNNING");
    }
    Broker.send(
        Order.reply(stuck.run("stock"), new Reply.Undone()),
        turnedBack.refused("stock", RefusalCode.OUT_OF_STOCK),
        turnedBack.undone("order"));
    awaitState(stuck.saga(), "STUCK");
    awaitState(turnedBack.saga(), "COMPENSATED");
    for (var step : List.of("stock", "payment", "shipment", "confirmation", "settlement")) {
      Api.awaitSaga(
          completed.saga(),
          saga ->
              "DOING"
                  .equals(saga.getString("steps.find { it.name == '%s' }.state".formatted(step))));
      Broker.send(completed.done(step));
    }
    awaitState(completed.saga(), "COMPLETED");
    var many = new ManySagas(TestStack.current().superuser(Databases.of(Part.SAGA_ORCHESTRATOR)));
    many.fill(List.of(stuck.saga(), running.saga(), turnedBack.saga(), completed.saga()));
    return many;
  }

  private void fill(List<UUID> templates) throws SQLException {
    connection.setAutoCommit(false);
    try (var insert = connection.prepareStatement(SAGAS);
        var statement = connection.createStatement()) {
      for (int i = 0; i < templates.size(); i++) {
        insert.setString(i + 1, templates.get(i).toString());
      }
      insert.executeUpdate();
      for (var sql : BESIDE) {
        statement.execute(sql);
      }
    }
  }

  @Override
  public Connection connection() {
    return connection;
  }

  @Override
  public void afterCommit(Runnable action) {
    throw new IllegalStateException("nothing is ever committed");
  }

  @Override
  public void close() throws SQLException {
    connection.rollback();
    connection.close();
  }
}
