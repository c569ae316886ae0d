package dev.backstep.saga.deadletter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.backstep.contracts.CommandId;
import dev.backstep.messaging.transaction.Transaction;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps dead letters. */
@Singleton
class LetterTable {
  private static final String INSERT =
      """
      INSERT INTO dead_letter (id, topic, origin, service, message_key, message_id, type, subject, cause, detail, headers,
                               body, traceparent, saga_id, arrived_at)
      SELECT id, topic, origin, service, message_key, message_id, type, subject, cause, detail, headers::jsonb,
             body, traceparent, saga_id, ?
      FROM (SELECT unnest(?::uuid[]) AS id, unnest(?::text[]) AS topic, unnest(?::text[]) AS origin,
                   unnest(?::text[]) AS service, unnest(?::text[]) AS message_key, unnest(?::text[]) AS message_id,
                   unnest(?::text[]) AS type, unnest(?::text[]) AS subject, unnest(?::text[]) AS cause,
                   unnest(?::text[]) AS detail, unnest(?::text[]) AS headers, unnest(?::bytea[]) AS body,
                   unnest(?::text[]) AS traceparent, unnest(?::uuid[]) AS saga_id) AS l
      ON CONFLICT DO NOTHING
      RETURNING id
      """;

  private static final String FIND = "SELECT * FROM dead_letter WHERE id = ?";

  private static final String LOCK =
      "SELECT * FROM dead_letter WHERE id = ANY (?) ORDER BY id FOR UPDATE";

  private static final String LOCK_GROUP =
      """
      SELECT * FROM dead_letter WHERE cause_key = ? AND replays = 0 AND discarded_at IS NULL
      ORDER BY id LIMIT ? FOR UPDATE
      """;

  private static final String REPLAYED =
      """
      UPDATE dead_letter SET replays = replays + 1, replayed_at = ?, replayed_by = ? WHERE id = ANY (?)
      """;

  private static final String DISCARDED =
      """
      UPDATE dead_letter SET discarded_at = ?, discarded_by = ?, discard_reason = ? WHERE id = ANY (?)
      """;

  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  /** Keeps what is new; returns the ids of those. */
  Set<UUID> insert(Transaction tx, List<Letter> letters, Instant at) throws SQLException {
    var connection = tx.connection();
    try (var insert = connection.prepareStatement(INSERT)) {
      insert.setObject(1, at.atOffset(ZoneOffset.UTC));
      insert.setArray(2, column(connection, "uuid", letters, Letter::id));
      insert.setArray(3, column(connection, "text", letters, Letter::topic));
      insert.setArray(4, column(connection, "text", letters, Letter::origin));
      insert.setArray(5, column(connection, "text", letters, Letter::service));
      insert.setArray(6, column(connection, "text", letters, Letter::key));
      insert.setArray(7, column(connection, "text", letters, Letter::messageId));
      insert.setArray(8, column(connection, "text", letters, Letter::type));
      insert.setArray(9, column(connection, "text", letters, Letter::subject));
      insert.setArray(10, column(connection, "text", letters, Letter::cause));
      insert.setArray(11, column(connection, "text", letters, Letter::detail));
      insert.setArray(12, column(connection, "text", letters, l -> json(l.headers())));
      insert.setArray(
          13,
          connection.createArrayOf(
              "bytea", letters.stream().map(Letter::body).toArray(byte[][]::new)));
      insert.setArray(14, column(connection, "text", letters, Letter::traceparent));
      insert.setArray(15, column(connection, "uuid", letters, LetterTable::saga));
      try (var rows = insert.executeQuery()) {
        var ids = new HashSet<UUID>();
        while (rows.next()) {
          ids.add(rows.getObject(1, UUID.class));
        }
        return ids;
      }
    }
  }

  Optional<KeptLetter> find(Transaction tx, UUID id) throws SQLException {
    try (var select = tx.connection().prepareStatement(FIND)) {
      select.setObject(1, id);
      return read(select).stream().findFirst();
    }
  }

  /** Locks those letters until the transaction ends; ids without a letter are left out. */
  List<KeptLetter> lock(Transaction tx, Collection<UUID> ids) throws SQLException {
    try (var select = tx.connection().prepareStatement(LOCK)) {
      select.setArray(1, tx.connection().createArrayOf("uuid", ids.toArray()));
      return read(select);
    }
  }

  /** Locks letters of that group that wait, the oldest first. */
  List<KeptLetter> lockGroup(Transaction tx, String group, int atMost) throws SQLException {
    try (var select = tx.connection().prepareStatement(LOCK_GROUP)) {
      select.setString(1, group);
      select.setInt(2, atMost);
      return read(select);
    }
  }

  void replayed(Transaction tx, Collection<UUID> ids, Instant at, String operator)
      throws SQLException {
    try (var update = tx.connection().prepareStatement(REPLAYED)) {
      update.setObject(1, at.atOffset(ZoneOffset.UTC));
      update.setString(2, operator);
      update.setArray(3, tx.connection().createArrayOf("uuid", ids.toArray()));
      update.executeUpdate();
    }
  }

  void discarded(Transaction tx, Collection<UUID> ids, Instant at, String operator, String reason)
      throws SQLException {
    try (var update = tx.connection().prepareStatement(DISCARDED)) {
      update.setObject(1, at.atOffset(ZoneOffset.UTC));
      update.setString(2, operator);
      update.setString(3, reason);
      update.setArray(4, tx.connection().createArrayOf("uuid", ids.toArray()));
      update.executeUpdate();
    }
  }

  private static List<KeptLetter> read(PreparedStatement select) throws SQLException {
    try (var rows = select.executeQuery()) {
      var found = new ArrayList<KeptLetter>();
      while (rows.next()) {
        found.add(
            new KeptLetter(
                letter(rows),
                rows.getObject("saga_id", UUID.class),
                rows.getInt("replays"),
                rows.getString("discarded_by")));
      }
      return found;
    }
  }

  private static @Nullable UUID saga(Letter letter) {
    return letter.command().map(CommandId::saga).orElse(null);
  }

  private static Letter letter(ResultSet row) throws SQLException {
    return new Letter(
        row.getObject("id", UUID.class),
        row.getString("topic"),
        row.getString("origin"),
        row.getString("service"),
        row.getString("message_key"),
        row.getString("message_id"),
        row.getString("type"),
        row.getString("subject"),
        row.getString("cause"),
        row.getString("detail"),
        texts(row.getString("headers")),
        row.getBytes("body"),
        row.getString("traceparent"));
  }

  private static Array column(
      Connection connection,
      String type,
      List<Letter> letters,
      Function<Letter, @Nullable Object> value)
      throws SQLException {
    return connection.createArrayOf(type, letters.stream().map(value).toArray());
  }

  private static String json(Map<String, String> headers) {
    try {
      return JSON.writeValueAsString(headers);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of texts is always JSON", e);
    }
  }

  private static Map<String, String> texts(String json) {
    try {
      return JSON.readValue(json, TEXTS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored headers are no map of texts", e);
    }
  }
}
