package dev.backstep.saga.bulk;

import dev.backstep.messaging.transaction.Transaction;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps the sagas of bulk runs. */
@Singleton
class ItemTable {
  private static final String INSERT =
      """
      INSERT INTO bulk_item (bulk_id, saga_id, version, verdict, why)
      SELECT ?, saga_id, version, verdict, why
      FROM (SELECT unnest(?::uuid[]) AS saga_id, unnest(?::bigint[]) AS version, unnest(?::text[]) AS verdict,
                   unnest(?::text[]) AS why) AS i
      ON CONFLICT DO NOTHING
      """;

  private static final String NEXT =
      "SELECT * FROM bulk_item WHERE bulk_id = ? AND verdict = 'will-run' ORDER BY saga_id LIMIT 1";

  private static final String PAGE =
      """
      SELECT * FROM bulk_item WHERE bulk_id = ? AND (?::uuid IS NULL OR saga_id > ?::uuid) ORDER BY saga_id LIMIT ?
      """;

  private static final String SETTLE =
      "UPDATE bulk_item SET verdict = ?, why = ? WHERE bulk_id = ? AND saga_id = ?";

  void insert(Transaction tx, UUID bulk, List<Item> items) throws SQLException {
    var connection = tx.connection();
    try (var insert = connection.prepareStatement(INSERT)) {
      insert.setObject(1, bulk);
      insert.setArray(
          2, connection.createArrayOf("uuid", items.stream().map(Item::sagaId).toArray()));
      insert.setArray(
          3, connection.createArrayOf("bigint", items.stream().map(Item::version).toArray()));
      insert.setArray(
          4,
          connection.createArrayOf(
              "text", items.stream().map(i -> i.verdict().stored()).toArray()));
      insert.setArray(5, connection.createArrayOf("text", items.stream().map(Item::why).toArray()));
      insert.executeUpdate();
    }
  }

  Optional<Item> next(Transaction tx, UUID bulk) throws SQLException {
    try (var select = tx.connection().prepareStatement(NEXT)) {
      select.setObject(1, bulk);
      return read(select).stream().findFirst();
    }
  }

  List<Item> page(Transaction tx, UUID bulk, Optional<UUID> after, int atMost) throws SQLException {
    try (var select = tx.connection().prepareStatement(PAGE)) {
      select.setObject(1, bulk);
      select.setObject(2, after.orElse(null));
      select.setObject(3, after.orElse(null));
      select.setInt(4, atMost);
      return read(select);
    }
  }

  void settle(Transaction tx, UUID bulk, Item item) throws SQLException {
    try (var update = tx.connection().prepareStatement(SETTLE)) {
      update.setString(1, item.verdict().stored());
      update.setString(2, item.why());
      update.setObject(3, bulk);
      update.setObject(4, item.sagaId());
      update.executeUpdate();
    }
  }

  private static List<Item> read(PreparedStatement select) throws SQLException {
    try (var rows = select.executeQuery()) {
      var found = new ArrayList<Item>();
      while (rows.next()) {
        found.add(
            new Item(
                rows.getObject("saga_id", UUID.class),
                rows.getLong("version"),
                Verdict.ofStored(rows.getString("verdict")),
                rows.getString("why")));
      }
      return found;
    }
  }
}
