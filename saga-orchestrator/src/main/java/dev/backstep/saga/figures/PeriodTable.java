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
import java.util.stream.Collectors;

/** Keeps what began and ended when. */
@Singleton
class PeriodTable {
  private static final String ADD =
      """
      INSERT INTO saga_period (grain, at, started, completed, compensated, stuck, resolved)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (grain, at) DO UPDATE SET
        started = saga_period.started + excluded.started, completed = saga_period.completed + excluded.completed,
        compensated = saga_period.compensated + excluded.compensated, stuck = saga_period.stuck + excluded.stuck,
        resolved = saga_period.resolved + excluded.resolved
      """;

  private static final String READ =
      """
      SELECT at, started, completed, compensated, stuck, resolved FROM saga_period
      WHERE grain = ? AND at >= ? AND at < ? ORDER BY at
      """;

  void add(Transaction tx, List<Move> moves) throws SQLException {
    for (var grain : Grain.values()) {
      var sums =
          moves.stream()
              .map(move -> Period.of(grain.begin(move.at()), move))
              .collect(Collectors.toMap(Period::at, p -> p, Period::plus));
      for (var period : sums.values()) {
        add(tx, grain, period);
      }
    }
  }

  private static void add(Transaction tx, Grain grain, Period period) throws SQLException {
    try (var insert = tx.connection().prepareStatement(ADD)) {
      insert.setString(1, grain.stored());
      insert.setObject(2, period.at().atOffset(ZoneOffset.UTC));
      insert.setLong(3, period.started());
      insert.setLong(4, period.completed());
      insert.setLong(5, period.compensated());
      insert.setLong(6, period.stuck());
      insert.setLong(7, period.resolved());
      insert.executeUpdate();
    }
  }

  List<Period> read(Transaction tx, Grain grain, Instant from, Instant until) throws SQLException {
    try (var select = tx.connection().prepareStatement(READ)) {
      select.setString(1, grain.stored());
      select.setObject(2, from.atOffset(ZoneOffset.UTC));
      select.setObject(3, until.atOffset(ZoneOffset.UTC));
      try (var rows = select.executeQuery()) {
        var found = new ArrayList<Period>();
        while (rows.next()) {
          found.add(period(rows));
        }
        return found;
      }
    }
  }

  private static Period period(ResultSet row) throws SQLException {
    return new Period(
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getLong("started"),
        row.getLong("completed"),
        row.getLong("compensated"),
        row.getLong("stuck"),
        row.getLong("resolved"));
  }
}
