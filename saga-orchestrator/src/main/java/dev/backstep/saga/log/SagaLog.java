package dev.backstep.saga.log;

import dev.backstep.contracts.CommandId;
import dev.backstep.contracts.Direction;
import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.saga.engine.LogEntry;
import dev.backstep.saga.engine.Outcome;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes many sagas with one statement per table. */
@Singleton
public final class SagaLog {
  private static final String INSERT_SAGAS =
      """
      INSERT INTO saga (id, definition, definition_version, business_key, customer, state, retrying, version, data, run,
                        due_at, reason, traceparent, started_at, updated_at)
      SELECT id, definition, definition_version, business_key, customer, state, retrying, version, data::jsonb, run::jsonb,
             due_at, reason, traceparent, at, at
      FROM (SELECT unnest(?::uuid[]) AS id, unnest(?::text[]) AS definition, unnest(?::int[]) AS definition_version,
                   unnest(?::uuid[]) AS business_key, unnest(?::text[]) AS customer, unnest(?::text[]) AS state,
                   unnest(?::boolean[]) AS retrying, unnest(?::bigint[]) AS version, unnest(?::text[]) AS data,
                   unnest(?::text[]) AS run, unnest(?::timestamptz[]) AS due_at, unnest(?::text[]) AS reason,
                   unnest(?::text[]) AS traceparent, unnest(?::timestamptz[]) AS at) AS s
      ORDER BY id
      ON CONFLICT DO NOTHING
      RETURNING id
      """;

  private static final String ENTRIES =
      """
      INSERT INTO saga_log (saga_id, seq, at, event, step, direction, attempt, outcome, reason, sent)
      SELECT saga_id, seq, at, event::jsonb, step, direction, attempt, outcome, reason, sent::jsonb
      FROM (SELECT unnest(?::uuid[]) AS saga_id, unnest(?::bigint[]) AS seq, unnest(?::timestamptz[]) AS at,
                   unnest(?::text[]) AS event, unnest(?::text[]) AS step, unnest(?::text[]) AS direction,
                   unnest(?::int[]) AS attempt, unnest(?::text[]) AS outcome, unnest(?::text[]) AS reason,
                   unnest(?::text[]) AS sent) AS e
      """;

  /** Says in the same statement what moved, for those who watch. */
  private static final String FIRST_ENTRIES =
      """
      WITH change AS (
        INSERT INTO saga_change (sagas, versions, was, became) VALUES (?, ?, ?, ?)
      )
      """
          + ENTRIES;

  // A saga that moved meanwhile was not locked. Then the change has no versions, which the table
  // refuses, and the whole transaction with it.
  static final String NEXT_ENTRIES =
      """
      WITH moved AS (
        UPDATE saga SET state = s.state, retrying = s.retrying, version = s.version, run = s.run::jsonb, due_at = s.due_at,
                        reason = s.reason, updated_at = s.at
        FROM (SELECT unnest(?::uuid[]) AS id, unnest(?::bigint[]) AS old_version, unnest(?::text[]) AS state,
                     unnest(?::boolean[]) AS retrying, unnest(?::bigint[]) AS version, unnest(?::text[]) AS run,
                     unnest(?::timestamptz[]) AS due_at, unnest(?::text[]) AS reason, unnest(?::timestamptz[]) AS at) AS s
        WHERE saga.id = ANY (ARRAY[s.id]) AND saga.version = s.old_version
        RETURNING saga.id),
      change AS (
        INSERT INTO saga_change (sagas, versions, was, became)
        SELECT c.sagas, CASE WHEN cardinality(c.sagas) = (SELECT count(*) FROM moved) THEN c.versions END, c.was, c.became
        FROM (SELECT ?::uuid[], ?::bigint[], ?::text[], ?::text[]) AS c(sagas, versions, was, became)
      )
      """
          + ENTRIES;

  static final String POSTPONE =
      """
      UPDATE saga SET due_at = s.due_at
      FROM (SELECT unnest(?::uuid[]) AS id, unnest(?::timestamptz[]) AS due_at) AS s
      WHERE saga.id = ANY (ARRAY[s.id])
      """;

  private static final String READ =
      """
      SELECT saga_id, seq, at, event, step, direction, attempt, outcome, reason, sent
      FROM saga_log WHERE saga_id = ? ORDER BY seq LIMIT ?
      """;

  /**
   * Inserts new sagas with their first entries.
   *
   * @return the ids that are new; the others, or their orders, were known already
   */
  public Set<UUID> begin(Transaction tx, List<Advance> births) throws SQLException {
    var inserted = insert(tx, births);
    var begun = births.stream().filter(b -> inserted.contains(b.before().saga().id())).toList();
    if (!begun.isEmpty()) {
      tx.write(new Entries(FIRST_ENTRIES, begun, true));
    }
    return inserted;
  }

  /** Updates sagas that this transaction has locked, and appends their entries. */
  public void advance(Transaction tx, List<Advance> advances) throws SQLException {
    if (!advances.isEmpty()) {
      tx.write(new Entries(NEXT_ENTRIES, advances, false));
    }
  }

  /** Plans another look at sagas that this transaction has locked; nothing else changes. */
  public void postpone(Transaction tx, List<StoredSaga> early) throws SQLException {
    if (early.isEmpty()) {
      return;
    }
    var columns = new Columns<>(tx.connection(), early);
    try (var update = tx.connection().prepareStatement(POSTPONE)) {
      update.setArray(1, columns.array("uuid", s -> s.saga().id()));
      update.setArray(2, columns.text(s -> s.run().dueAt()));
      update.executeUpdate();
    }
  }

  /** The entries of a saga in order, at most so many. */
  public List<LogEntry> read(Transaction tx, UUID saga, int atMost) throws SQLException {
    try (var select = tx.connection().prepareStatement(READ)) {
      select.setObject(1, saga);
      select.setInt(2, atMost);
      try (var rows = select.executeQuery()) {
        var entries = new ArrayList<LogEntry>();
        while (rows.next()) {
          entries.add(entry(rows));
        }
        return entries;
      }
    }
  }

  private static Set<UUID> insert(Transaction tx, List<Advance> births) throws SQLException {
    var columns = new Columns<>(tx.connection(), births);
    try (var insert = tx.connection().prepareStatement(INSERT_SAGAS)) {
      insert.setArray(1, columns.array("uuid", b -> b.before().saga().id()));
      insert.setArray(2, columns.text(b -> b.before().saga().definition().name()));
      insert.setArray(3, columns.array("int", b -> b.before().saga().definition().version()));
      insert.setArray(4, columns.array("uuid", b -> b.before().saga().businessKey()));
      insert.setArray(5, columns.text(b -> b.before().customer()));
      insert.setArray(6, columns.text(b -> b.after().phase().state()));
      insert.setArray(7, columns.array("boolean", b -> b.after().retrying()));
      insert.setArray(8, columns.array("bigint", b -> b.after().version()));
      insert.setArray(9, columns.text(b -> SagaJson.write(b.before().saga().data())));
      insert.setArray(10, columns.text(b -> SagaJson.write(b.after())));
      insert.setArray(11, columns.text(b -> b.after().dueAt()));
      insert.setArray(12, columns.text(a -> a.after().phase().why()));
      insert.setArray(13, columns.text(b -> b.before().traceparent()));
      insert.setArray(14, columns.text(Advance::at));
      try (var rows = insert.executeQuery()) {
        var ids = new HashSet<UUID>();
        while (rows.next()) {
          ids.add(rows.getObject(1, UUID.class));
        }
        return ids;
      }
    }
  }

  static LogEntry entry(ResultSet row) throws SQLException {
    return new LogEntry(
        row.getLong("seq"),
        Columns.instant(row, "at"),
        SagaJson.event(row.getString("event")),
        about(row),
        row.getInt("attempt"),
        Outcome.valueOf(row.getString("outcome")),
        row.getString("reason"),
        SagaJson.sent(row.getString("sent")));
  }

  private static @Nullable CommandId about(ResultSet row) throws SQLException {
    var step = row.getString("step");
    return step == null
        ? null
        : new CommandId(
            row.getObject("saga_id", UUID.class),
            step,
            Direction.ofWireName(row.getString("direction")));
  }
}
