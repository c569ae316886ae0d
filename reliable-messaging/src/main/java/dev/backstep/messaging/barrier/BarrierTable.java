package dev.backstep.messaging.barrier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.backstep.contracts.CommandId;
import dev.backstep.contracts.Direction;
import dev.backstep.contracts.Reply;
import dev.backstep.messaging.barrier.Admission.Remembered;
import dev.backstep.messaging.transaction.Parameters;
import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.messaging.transaction.Write;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows of the barrier; every statement takes any number of steps. */
final class BarrierTable {
  // Locked in key order, so that two batches never wait for each other in a circle.
  static final String REMEMBERED =
      """
      SELECT b.saga_id, b.step, b.state, b.reply
      FROM barrier b
      JOIN (SELECT unnest(?::uuid[]) AS saga_id, unnest(?::text[]) AS step) AS k
        ON b.saga_id = ANY (ARRAY[k.saga_id]) AND b.step = k.step
      ORDER BY k.saga_id, k.step
      FOR UPDATE OF b
      """;

  // No ON CONFLICT: a row that somebody else wrote meanwhile must undo this transaction, which then
  // sees it.
  private static final String INSERT =
      """
      INSERT INTO barrier (saga_id, step, state, reply)
      SELECT saga_id, step, state, reply::jsonb
      FROM (SELECT unnest(?::uuid[]) AS saga_id, unnest(?::text[]) AS step, unnest(?::text[]) AS state,
                   unnest(?::text[]) AS reply) AS n
      ORDER BY saga_id, step
      """;

  // The reply of a do is kept for ever; the answer to an undo is always the same and needs no
  // keeping. An undo that was
  // refused leaves the step as it was before: done, or not yet answered.
  static final String UPDATE =
      """
      UPDATE barrier b
      SET state = CASE WHEN n.state = 'done' AND n.reply IS NULL AND b.reply IS NULL THEN 'doing' ELSE n.state END,
          reply = coalesce(n.reply::jsonb, b.reply)
      FROM (SELECT unnest(?::uuid[]) AS saga_id, unnest(?::text[]) AS step, unnest(?::text[]) AS state,
                   unnest(?::text[]) AS reply) AS n
      WHERE b.saga_id = ANY (ARRAY[n.saga_id]) AND b.step = n.step
      """;

  private static final String ANSWER =
      UPDATE.stripTrailing() + "\n  AND b.state = ?\nRETURNING b.saga_id, b.step\n";

  private static final JsonMapper JSON = new JsonMapper();

  private BarrierTable() {}

  static Map<Step, Remembered> remembered(Transaction tx, Collection<Step> steps)
      throws SQLException {
    var connection = tx.connection();
    try (var select = connection.prepareStatement(REMEMBERED)) {
      select.setArray(
          1, connection.createArrayOf("uuid", steps.stream().map(Step::saga).toArray()));
      select.setArray(
          2, connection.createArrayOf("text", steps.stream().map(Step::name).toArray()));
      try (var rows = select.executeQuery()) {
        var found = new HashMap<Step, Remembered>();
        while (rows.next()) {
          found.put(
              new Step(rows.getObject(1, UUID.class), rows.getString(2)),
              new Remembered(BarrierState.ofColumn(rows.getString(3)), reply(rows.getString(4))));
        }
        return found;
      }
    }
  }

  static void insert(Transaction tx, List<Row> rows) throws SQLException {
    write(tx, INSERT, rows);
  }

  static void update(Transaction tx, List<Row> rows) throws SQLException {
    write(tx, UPDATE, rows);
  }

  /** Moves those steps on that are in the expected state, and tells which they were. */
  static Set<Step> answer(Transaction tx, List<Row> rows, BarrierState expected)
      throws SQLException {
    try (var update = tx.connection().prepareStatement(ANSWER)) {
      var parameters = new Parameters(update);
      new Written(ANSWER, rows).bind(parameters);
      parameters.value(expected.column());
      try (var moved = update.executeQuery()) {
        var steps = new HashSet<Step>();
        while (moved.next()) {
          steps.add(new Step(moved.getObject(1, UUID.class), moved.getString(2)));
        }
        return steps;
      }
    }
  }

  private static void write(Transaction tx, String sql, List<Row> rows) throws SQLException {
    if (!rows.isEmpty()) {
      tx.write(new Written(sql, List.copyOf(rows)));
    }
  }

  private record Written(String sql, List<Row> rows) implements Write {
    @Override
    public void bind(Parameters parameters) throws SQLException {
      parameters
          .array("uuid", column(row -> row.step.saga()))
          .array("text", column(row -> row.step.name()))
          .array("text", column(row -> row.state.column()))
          .array("text", column(row -> json(row.reply)));
    }

    private @Nullable Object[] column(Function<Row, @Nullable Object> value) {
      return rows.stream().map(value).toArray();
    }
  }

  private static @Nullable String json(@Nullable Reply reply) {
    try {
      return reply == null ? null : JSON.writerFor(Reply.class).writeValueAsString(reply);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a reply is always JSON", e);
    }
  }

  private static @Nullable Reply reply(@Nullable String json) {
    try {
      return json == null ? null : JSON.readValue(json, Reply.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the barrier holds a reply that is none", e);
    }
  }

  /** What to write for one step. */
  record Row(Step step, BarrierState state, @Nullable Reply reply) {
    static Row of(CommandId id, Outcome outcome) {
      return switch (outcome) {
        case Outcome.Later _ ->
            new Row(Step.of(id), BarrierState.after(id.direction(), outcome), null);
        case Outcome.Now(var reply) -> of(id, reply);
      };
    }

    static Row of(CommandId id, Reply reply) {
      var kept = id.direction() == Direction.DO ? reply : null;
      return new Row(Step.of(id), BarrierState.after(id.direction(), reply), kept);
    }
  }
}
