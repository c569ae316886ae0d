package dev.backstep.saga.figures;

import dev.backstep.messaging.transaction.Transaction;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Stream;

/** Keeps what sagas are found by, and their amounts. */
@Singleton
class KeyTable {
  private static final String INSERT =
      """
      INSERT INTO saga_key (key, saga_id)
      SELECT key, saga_id FROM (SELECT unnest(?::text[]) AS key, unnest(?::uuid[]) AS saga_id) AS k ORDER BY key, saga_id
      ON CONFLICT DO NOTHING
      """;

  private static final String INSERT_REFERENCES =
      """
      INSERT INTO saga_key (key, saga_id)
      SELECT DISTINCT 'ref:' || left(event #>> '{reply,reference}', ?), saga_id
      FROM saga_log WHERE saga_id = ANY (?) AND event #>> '{reply,reference}' <> ''
      ON CONFLICT DO NOTHING
      """;

  private static final String INSERT_CAUSES =
      """
      INSERT INTO saga_key (key, saga_id)
      SELECT 'cause:' || replace(lower(run #>> '{phase,cause,code}'), '_', '-'), id
      FROM saga WHERE id = ANY (?) AND run #>> '{phase,cause,code}' <> ''
      ON CONFLICT DO NOTHING
      """;

  private static final String INSERT_AMOUNTS =
      """
      INSERT INTO saga_amount (saga_id, minor, currency)
      SELECT saga_id, minor, currency FROM (SELECT unnest(?::uuid[]) AS saga_id, unnest(?::bigint[]) AS minor,
                                                   unnest(?::text[]) AS currency) AS a
      ORDER BY saga_id
      ON CONFLICT DO NOTHING
      """;

  private record Entry(String key, UUID saga) {}

  /** Of sagas that were born. */
  void insert(Transaction tx, Collection<Facts> born) throws SQLException {
    var entries = born.stream().flatMap(KeyTable::entries).toList();
    var connection = tx.connection();
    try (var insert = connection.prepareStatement(INSERT)) {
      insert.setArray(
          1, connection.createArrayOf("text", entries.stream().map(Entry::key).toArray()));
      insert.setArray(
          2, connection.createArrayOf("uuid", entries.stream().map(Entry::saga).toArray()));
      insert.executeUpdate();
    }
    insertAmounts(tx, born.stream().filter(it -> !it.currency().isEmpty()).toList());
  }

  private static Stream<Entry> entries(Facts facts) {
    return Stream.concat(
            Stream.of(Keys.customer(facts.customer())), facts.skus().stream().map(Keys::sku))
        .distinct()
        .map(key -> new Entry(key, facts.saga()));
  }

  private static void insertAmounts(Transaction tx, Collection<Facts> born) throws SQLException {
    var connection = tx.connection();
    try (var insert = connection.prepareStatement(INSERT_AMOUNTS)) {
      insert.setArray(
          1, connection.createArrayOf("uuid", born.stream().map(Facts::saga).toArray()));
      insert.setArray(
          2, connection.createArrayOf("bigint", born.stream().map(Facts::minor).toArray()));
      insert.setArray(
          3, connection.createArrayOf("text", born.stream().map(Facts::currency).toArray()));
      insert.executeUpdate();
    }
  }

  /** Of sagas that left the straight way, or ended: effects that participants named, and causes. */
  void insertFindings(Transaction tx, Collection<UUID> sagas) throws SQLException {
    var ids = tx.connection().createArrayOf("uuid", sagas.toArray());
    try (var insert = tx.connection().prepareStatement(INSERT_REFERENCES)) {
      insert.setInt(1, Keys.LONGEST);
      insert.setArray(2, ids);
      insert.executeUpdate();
    }
    try (var insert = tx.connection().prepareStatement(INSERT_CAUSES)) {
      insert.setArray(1, ids);
      insert.executeUpdate();
    }
  }
}
