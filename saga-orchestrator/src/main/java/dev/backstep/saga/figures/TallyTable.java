package dev.backstep.saga.figures;

import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.saga.engine.SagaState;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads how many sagas are where, exactly as of one moment: what is kept, and what has not been
 * folded yet, in one statement.
 */
@Singleton
class TallyTable {
  private static final String READ =
      """
      SELECT state, currency, sagas, minor, units, NULL::uuid AS saga, NULL AS was, NULL AS became, NULL::timestamptz AS at
      FROM saga_count
      UNION ALL
      SELECT NULL, NULL, 0, 0, 0, m.saga, m.was, m.became, c.at
      FROM saga_change c, unnest(c.sagas, c.was, c.became) AS m(saga, was, became)
      WHERE NOT c.folded AND m.was IS DISTINCT FROM m.became
      """;

  private final FactTable facts;

  TallyTable(FactTable facts) {
    this.facts = facts;
  }

  List<Tally> read(Transaction tx) throws SQLException {
    var kept = new ArrayList<Tally>();
    var pending = new ArrayList<Move>();
    try (var select = tx.connection().prepareStatement(READ);
        var rows = select.executeQuery()) {
      while (rows.next()) {
        if (rows.getString("saga") == null) {
          kept.add(
              new Tally(
                  SagaState.valueOf(rows.getString("state")),
                  rows.getString("currency"),
                  rows.getLong("sagas"),
                  rows.getLong("minor"),
                  rows.getLong("units")));
        } else {
          pending.add(ChangeTable.move(rows));
        }
      }
    }
    return pending.isEmpty() ? kept : with(tx, kept, pending);
  }

  private List<Tally> with(Transaction tx, List<Tally> kept, List<Move> pending)
      throws SQLException {
    var found = facts.find(tx, pending.stream().map(Move::saga).distinct().toList());
    return CountTable.add(Stream.concat(kept.stream(), CountTable.sum(pending, found).stream()));
  }
}
