package dev.backstep.saga.figures;

import dev.backstep.messaging.transaction.Transaction;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads facts out of what sagas were started with. */
@Singleton
class FactTable {
  private static final String FIND =
      """
      SELECT id, customer, coalesce(data #>> '{total,currency}', '') AS currency,
             coalesce((data #>> '{total,minorUnits}')::bigint, 0) AS minor,
             (SELECT coalesce(sum((line ->> 'quantity')::bigint), 0)
              FROM jsonb_array_elements(CASE jsonb_typeof(data -> 'lines') WHEN 'array' THEN data -> 'lines' ELSE '[]' END)
                AS line) AS units,
             ARRAY(SELECT line ->> 'sku'
                   FROM jsonb_array_elements(CASE jsonb_typeof(data -> 'lines') WHEN 'array' THEN data -> 'lines' ELSE '[]' END)
                     AS line
                   WHERE line ->> 'sku' IS NOT NULL) AS skus
      FROM saga WHERE id = ANY (?)
      """;

  Map<UUID, Facts> find(Transaction tx, Collection<UUID> sagas) throws SQLException {
    try (var select = tx.connection().prepareStatement(FIND)) {
      select.setArray(1, tx.connection().createArrayOf("uuid", sagas.toArray()));
      try (var rows = select.executeQuery()) {
        var found = new HashMap<UUID, Facts>();
        while (rows.next()) {
          var facts = facts(rows);
          found.put(facts.saga(), facts);
        }
        return found;
      }
    }
  }

  private static Facts facts(ResultSet row) throws SQLException {
    return new Facts(
        row.getObject("id", UUID.class),
        row.getString("customer"),
        row.getString("currency"),
        row.getLong("minor"),
        row.getLong("units"),
        List.of((String[]) row.getArray("skus").getArray()));
  }
}
