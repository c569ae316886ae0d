package dev.backstep.saga.live;

import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.saga.engine.SagaState;
import dev.backstep.saga.live.LiveEvent.SagaHint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Follows the changes by their number. A transaction may commit after one that began later, so rows
 * of the last seconds are looked at again, and each is told once.
 */
final class ChangeFeed {
  /**
   * No transaction of ours takes longer; one that does is missed here, and shows at the next
   * refetch.
   */
  private static final Duration COMMIT = Duration.ofSeconds(3);

  private static final String READ =
      """
      SELECT c.id, c.at, m.saga, m.version, m.was, m.became
      FROM saga_change c, unnest(c.sagas, c.versions, c.was, c.became) AS m(saga, version, was, became)
      WHERE c.id > ? ORDER BY c.id
      """;

  /** A moment back: who connects now may have read what he shows a moment ago. */
  private static final String NOW =
      """
      SELECT coalesce(max(id), 0) FROM saga_change WHERE at < clock_timestamp() - interval '2 s'
      """;

  /**
   * What is new.
   *
   * @param oldest when the oldest of it was written
   * @param counts whether a saga came into another state
   */
  record News(Map<UUID, SagaHint> sagas, Instant oldest, boolean counts) {}

  private final Map<Long, Instant> seen = new HashMap<>();
  private long floor;

  /** From about now on: what lies there already is known to whoever begins to watch. */
  void begin(Transaction tx) throws SQLException {
    seen.clear();
    try (var select = tx.connection().prepareStatement(NOW);
        var row = select.executeQuery()) {
      row.next();
      floor = row.getLong(1);
    }
  }

  News read(Transaction tx, Instant now) throws SQLException {
    var sagas = new LinkedHashMap<UUID, SagaHint>();
    var fresh = new HashMap<Long, Instant>();
    var counts = false;
    try (var select = tx.connection().prepareStatement(READ)) {
      select.setLong(1, floor);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          if (!seen.containsKey(rows.getLong("id"))) {
            fresh.put(rows.getLong("id"), rows.getObject("at", OffsetDateTime.class).toInstant());
            sagas.merge(hint(rows).id(), hint(rows), ChangeFeed::later);
            counts |= !rows.getString("became").equals(rows.getString("was"));
          }
        }
      }
    }
    seen.putAll(fresh);
    forget(now.minus(COMMIT));
    return new News(sagas, fresh.values().stream().min(Instant::compareTo).orElse(now), counts);
  }

  private void forget(Instant before) {
    Set<Long> old = new HashSet<>();
    seen.forEach((id, at) -> {
      if (at.isBefore(before)) {
        old.add(id);
      }
    });
    old.forEach(id -> floor = Math.max(floor, id));
    seen.keySet().removeIf(id -> id <= floor);
  }

  private static SagaHint hint(ResultSet row) throws SQLException {
    return new SagaHint(
        row.getObject("saga", UUID.class),
        row.getLong("version"),
        SagaState.valueOf(row.getString("became")));
  }

  private static SagaHint later(SagaHint one, SagaHint other) {
    return one.version() > other.version() ? one : other;
  }
}
