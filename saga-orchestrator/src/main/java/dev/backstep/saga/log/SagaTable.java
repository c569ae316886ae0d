package dev.backstep.saga.log;

import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.saga.engine.Saga;
import dev.backstep.saga.engine.SagaDefinition;
import dev.backstep.saga.engine.SagaDefinitions;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads sagas. Locks are always taken in the order of ids, so that two batches cannot deadlock. */
@Singleton
public final class SagaTable {
  private static final String COLUMNS =
      """
      SELECT id, definition, definition_version, business_key, customer, data, run, due_at, traceparent,
             started_at, updated_at
      FROM saga
      """;

  private static final String LOCK = COLUMNS + "WHERE id = ANY (?) ORDER BY id FOR UPDATE";

  private static final String FIND = COLUMNS + "WHERE id = ?";

  private static final String FIND_ALL = COLUMNS + "WHERE id = ANY (?)";

  private static final String LOCK_DUE =
      COLUMNS + "WHERE due_at <= ? ORDER BY due_at LIMIT ? FOR UPDATE SKIP LOCKED";

  private static final String EARLIEST = "SELECT min(due_at) FROM saga WHERE due_at IS NOT NULL";

  private static final String STUCK_ENDING =
      "SELECT count(*) FROM saga WHERE state = 'STUCK' AND right(business_key::text, ?) = ?";

  private final SagaDefinitions definitions;

  SagaTable(SagaDefinitions definitions) {
    this.definitions = definitions;
  }

  /** Locks those sagas until the transaction ends; ids without a saga are left out. */
  public List<StoredSaga> lock(Transaction tx, Collection<UUID> ids) throws SQLException {
    try (var select = tx.connection().prepareStatement(LOCK)) {
      select.setArray(1, tx.connection().createArrayOf("uuid", ids.toArray()));
      return read(select);
    }
  }

  /** Reads one saga without locking it. */
  public Optional<StoredSaga> find(Transaction tx, UUID id) throws SQLException {
    try (var select = tx.connection().prepareStatement(FIND)) {
      select.setObject(1, id);
      return read(select).stream().findFirst();
    }
  }

  /** Reads those sagas without locking them, in no order; ids without a saga are left out. */
  public List<StoredSaga> find(Transaction tx, Collection<UUID> ids) throws SQLException {
    try (var select = tx.connection().prepareStatement(FIND_ALL)) {
      select.setArray(1, tx.connection().createArrayOf("uuid", ids.toArray()));
      return read(select);
    }
  }

  /** Locks sagas whose time has come and that nobody else holds, the most overdue first. */
  public List<StoredSaga> lockDue(Transaction tx, Instant now, int atMost) throws SQLException {
    try (var select = tx.connection().prepareStatement(LOCK_DUE)) {
      select.setObject(1, now.atOffset(ZoneOffset.UTC));
      select.setInt(2, atMost);
      return read(select);
    }
  }

  /** When the next saga is due. */
  public Optional<Instant> earliestDue(Transaction tx) throws SQLException {
    try (var select = tx.connection().prepareStatement(EARLIEST);
        var row = select.executeQuery()) {
      row.next();
      return Optional.ofNullable(Columns.instantOrNull(row, "min"));
    }
  }

  /** How many sagas are stuck whose order number ends so; the ending is in small letters. */
  public long stuckEndingIn(Transaction tx, String ending) throws SQLException {
    try (var select = tx.connection().prepareStatement(STUCK_ENDING)) {
      select.setInt(1, ending.length());
      select.setString(2, ending);
      try (var row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private List<StoredSaga> read(PreparedStatement select) throws SQLException {
    try (var rows = select.executeQuery()) {
      var found = new ArrayList<StoredSaga>();
      while (rows.next()) {
        found.add(stored(rows));
      }
      return found;
    }
  }

  private StoredSaga stored(ResultSet row) throws SQLException {
    var definition =
        definitions.find(row.getString("definition"), row.getInt("definition_version"));
    return new StoredSaga(
        saga(row, definition),
        SagaJson.run(row.getString("run")),
        row.getString("customer"),
        Columns.instantOrNull(row, "due_at"),
        row.getString("traceparent"),
        Columns.instant(row, "started_at"),
        Columns.instant(row, "updated_at"));
  }

  private static <D> Saga<D> saga(ResultSet row, SagaDefinition<D> definition) throws SQLException {
    return new Saga<>(
        row.getObject("id", UUID.class),
        row.getObject("business_key", UUID.class),
        definition,
        SagaJson.read(row.getString("data"), definition.data()));
  }
}
