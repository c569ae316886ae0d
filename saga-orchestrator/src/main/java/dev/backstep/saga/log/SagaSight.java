package dev.backstep.saga.log;

import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.saga.engine.SagaDefinitions;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Reads sagas for people: locks nothing, and shows those whose definition has gone, too. */
@Singleton
public final class SagaSight {
  private static final String FIND =
      """
      SELECT id, business_key, definition, definition_version, run, data, customer, traceparent, started_at, updated_at
      FROM saga WHERE id = ANY (?)
      """;

  private final SagaDefinitions definitions;

  SagaSight(SagaDefinitions definitions) {
    this.definitions = definitions;
  }

  /** Those sagas, in that order; ids without a saga are left out. */
  public List<SeenSaga> find(Transaction tx, Collection<UUID> ids) throws SQLException {
    try (var select = tx.connection().prepareStatement(FIND)) {
      select.setArray(1, tx.connection().createArrayOf("uuid", ids.toArray()));
      try (var rows = select.executeQuery()) {
        var found = byId(rows);
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
      }
    }
  }

  private Map<UUID, SeenSaga> byId(ResultSet rows) throws SQLException {
    var found = new HashMap<UUID, SeenSaga>();
    while (rows.next()) {
      var saga = seen(rows);
      found.put(saga.id(), saga);
    }
    return found;
  }

  private SeenSaga seen(ResultSet row) throws SQLException {
    var definition = row.getString("definition");
    int version = row.getInt("definition_version");
    return new SeenSaga(
        row.getObject("id", UUID.class),
        row.getObject("business_key", UUID.class),
        definition,
        version,
        definitions.known(definition, version),
        SagaJson.run(row.getString("run")),
        SagaJson.tree(row.getString("data")),
        row.getString("customer"),
        row.getString("traceparent"),
        Columns.instant(row, "started_at"),
        Columns.instant(row, "updated_at"));
  }
}
