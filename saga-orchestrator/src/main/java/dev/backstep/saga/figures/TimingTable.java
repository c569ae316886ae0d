package dev.backstep.saga.figures;

import dev.backstep.messaging.transaction.Transaction;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keeps how long things took. */
@Singleton
class TimingTable {
  private static final String ADD =
      """
      INSERT INTO saga_timing (grain, at, what, times, retried, failed, buckets) VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (grain, at, what) DO UPDATE SET
        times = saga_timing.times + excluded.times, retried = saga_timing.retried + excluded.retried,
        failed = saga_timing.failed + excluded.failed,
        buckets = ARRAY(SELECT coalesce(o, 0) + coalesce(n, 0)
                        FROM unnest(saga_timing.buckets, excluded.buckets) WITH ORDINALITY AS b(o, n, i) ORDER BY i)
      """;

  private static final String READ =
      """
      SELECT at, what, times, retried, failed, buckets FROM saga_timing WHERE grain = ? AND at >= ? AND at < ? ORDER BY at
      """;

  void add(Transaction tx, Instant at, Map<String, Timing> timings) throws SQLException {
    for (var grain : Grain.values()) {
      try (var insert = tx.connection().prepareStatement(ADD)) {
        for (var timing : timings.entrySet()) {
          insert.setString(1, grain.stored());
          insert.setObject(2, grain.begin(at).atOffset(ZoneOffset.UTC));
          insert.setString(3, timing.getKey());
          insert.setLong(4, timing.getValue().times());
          insert.setLong(5, timing.getValue().retried());
          insert.setLong(6, timing.getValue().failed());
          insert.setArray(
              7, tx.connection().createArrayOf("bigint", timing.getValue().durations().stored()));
          insert.addBatch();
        }
        insert.executeBatch();
      }
    }
  }

  List<TimedPeriod> read(Transaction tx, Grain grain, Instant from, Instant until)
      throws SQLException {
    try (var select = tx.connection().prepareStatement(READ)) {
      select.setString(1, grain.stored());
      select.setObject(2, from.atOffset(ZoneOffset.UTC));
      select.setObject(3, until.atOffset(ZoneOffset.UTC));
      try (var rows = select.executeQuery()) {
        var found = new ArrayList<TimedPeriod>();
        while (rows.next()) {
          found.add(
              new TimedPeriod(
                  rows.getObject("at", OffsetDateTime.class).toInstant(),
                  rows.getString("what"),
                  timing(rows)));
        }
        return found;
      }
    }
  }

  private static Timing timing(ResultSet row) throws SQLException {
    return new Timing(
        Histogram.of((Long[]) row.getArray("buckets").getArray()),
        row.getLong("times"),
        row.getLong("retried"),
        row.getLong("failed"));
  }
}
