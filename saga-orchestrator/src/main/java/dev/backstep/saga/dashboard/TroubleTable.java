package dev.backstep.saga.dashboard;

import dev.backstep.contracts.Direction;
import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.saga.words.StuckKind;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the sagas that are in trouble, those of one kind together: stuck, or asked again and again
 * for a minute.
 */
@Singleton
class TroubleTable {
  /** The oldest ones; whoever has more of them has one cause, and sees it. */
  static final int MOST = 5_000;

  /** Attempts that are repeated within this time mend themselves. */
  private static final int PATIENCE_SECONDS = 60;

  private static final String GROUPS =
      """
      WITH trouble AS (
        SELECT definition, definition_version, state, reason, run, data, started_at FROM saga WHERE %s ORDER BY id LIMIT ?
      )
      SELECT definition, definition_version,
             CASE WHEN state <> 'STUCK' THEN NULL
                  WHEN reason ~ ? THEN 'no-answer' WHEN reason ~ ? THEN 'refused' WHEN reason ~ ? THEN 'dead-letter'
                  ELSE 'parked' END AS kind,
             (run #>> '{phase,flight,step}')::int AS step, run #>> '{phase,flight,direction}' AS direction,
             coalesce(run #>> '{phase,cause}', '') <> '' AS turned, (run -> 'steps')::text AS steps,
             coalesce(data #>> '{total,currency}', '') AS currency,
             count(*) AS sagas, coalesce(sum((data #>> '{total,minorUnits}')::bigint), 0) AS minor,
             coalesce(sum((SELECT sum((line ->> 'quantity')::bigint) FROM jsonb_array_elements(
               CASE jsonb_typeof(data -> 'lines') WHEN 'array' THEN data -> 'lines' ELSE '[]' END) AS line)), 0) AS units,
             min(started_at) AS oldest, min((run #>> '{phase,flight,due}')::timestamptz) AS next_try,
             (array_agg(reason ORDER BY started_at))[1] AS reason
      FROM trouble GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
      """;

  private static final String STUCK = GROUPS.formatted("state = 'STUCK'");

  private static final String RETRYING =
      GROUPS.formatted(
          "retrying AND started_at < clock_timestamp() - make_interval(secs => "
              + PATIENCE_SECONDS
              + ")");

  /**
   * Sagas of one kind.
   *
   * @param kind null for those that go on by themselves
   * @param turned whether they are on their way back
   * @param steps what became of their steps, as JSON
   * @param reason of the oldest
   */
  record Trouble(
      String definition,
      int version,
      @Nullable StuckKind kind,
      int step,
      Direction direction,
      boolean turned,
      String steps,
      String currency,
      long sagas,
      long minor,
      long units,
      Instant oldest,
      @Nullable Instant nextTry,
      @Nullable String reason) {}

  List<Trouble> stuck(Transaction tx) throws SQLException {
    return read(tx, STUCK);
  }

  List<Trouble> retrying(Transaction tx) throws SQLException {
    return read(tx, RETRYING);
  }

  private static List<Trouble> read(Transaction tx, String sql) throws SQLException {
    try (var select = tx.connection().prepareStatement(sql)) {
      select.setInt(1, MOST);
      select.setString(2, StuckKind.NO_ANSWER.pattern());
      select.setString(3, StuckKind.REFUSED.pattern());
      select.setString(4, StuckKind.DEAD_LETTER.pattern());
      return read(select);
    }
  }

  private static List<Trouble> read(PreparedStatement select) throws SQLException {
    try (var rows = select.executeQuery()) {
      var found = new ArrayList<Trouble>();
      while (rows.next()) {
        found.add(trouble(rows));
      }
      return found;
    }
  }

  private static Trouble trouble(ResultSet row) throws SQLException {
    var kind = row.getString("kind");
    var next = row.getObject("next_try", OffsetDateTime.class);
    return new Trouble(
        row.getString("definition"),
        row.getInt("definition_version"),
        kind == null ? null : StuckKind.ofKey(kind).orElseThrow(),
        row.getInt("step"),
        Direction.valueOf(row.getString("direction")),
        row.getBoolean("turned"),
        row.getString("steps"),
        row.getString("currency"),
        row.getLong("sagas"),
        row.getLong("minor"),
        row.getLong("units"),
        row.getObject("oldest", OffsetDateTime.class).toInstant(),
        next == null ? null : next.toInstant(),
        row.getString("reason"));
  }
}
