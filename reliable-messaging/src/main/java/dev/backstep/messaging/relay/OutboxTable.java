package dev.backstep.messaging.relay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.backstep.messaging.transaction.Transaction;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The relay's view of the outbox: the oldest rows of its shards, and their removal. */
final class OutboxTable {
  private static final String OLDEST =
      """
      SELECT o.shard, o.id, o.topic, o.message_key, o.message_id, o.type, o.subject, o.body, o.traceparent, o.headers,
             o.created_at, extract(epoch FROM clock_timestamp() - o.created_at) * 1000000 AS age_us
      FROM unnest(?::smallint[]) AS mine(shard)
      CROSS JOIN LATERAL (
        SELECT * FROM outbox WHERE outbox.shard = mine.shard ORDER BY outbox.id LIMIT ?
      ) o
      ORDER BY o.id
      LIMIT ?
      """;

  // The lease decides: a relay that lost its shard removes nothing, whatever it believes.
  private static final String REMOVE =
      """
      DELETE FROM outbox o
      USING unnest(?::smallint[], ?::bigint[]) AS gone(shard, id),
            unnest(?::smallint[], ?::bigint[]) AS mine(shard, epoch),
            relay_lease l
      WHERE o.shard = gone.shard AND o.id = gone.id
        AND mine.shard = o.shard
        AND l.shard = mine.shard AND l.epoch = mine.epoch
      """;

  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private OutboxTable() {}

  static List<PendingMessage> oldest(Transaction tx, Collection<Lease> leases, int limit)
      throws SQLException {
    var connection = tx.connection();
    try (var select = connection.prepareStatement(OLDEST)) {
      select.setArray(
          1, connection.createArrayOf("smallint", leases.stream().map(Lease::shard).toArray()));
      select.setInt(2, limit);
      select.setInt(3, limit);
      try (var rows = select.executeQuery()) {
        var messages = new ArrayList<PendingMessage>();
        while (rows.next()) {
          messages.add(read(rows));
        }
        return messages;
      }
    }
  }

  /** Returns how many rows were removed; fewer than asked for when a lease was lost. */
  static int remove(Transaction tx, Collection<Lease> leases, List<PendingMessage> published)
      throws SQLException {
    Connection connection = tx.connection();
    try (var delete = connection.prepareStatement(REMOVE)) {
      delete.setArray(
          1,
          connection.createArrayOf(
              "smallint", published.stream().map(PendingMessage::shard).toArray()));
      delete.setArray(
          2,
          connection.createArrayOf(
              "bigint", published.stream().map(PendingMessage::position).toArray()));
      delete.setArray(
          3, connection.createArrayOf("smallint", leases.stream().map(Lease::shard).toArray()));
      delete.setArray(
          4, connection.createArrayOf("bigint", leases.stream().map(Lease::epoch).toArray()));
      return delete.executeUpdate();
    }
  }

  private static PendingMessage read(ResultSet row) throws SQLException {
    return new PendingMessage(
        row.getInt("shard"),
        row.getLong("id"),
        row.getString("topic"),
        row.getString("message_key"),
        row.getString("message_id"),
        row.getString("type"),
        row.getString("subject"),
        row.getBytes("body"),
        row.getString("traceparent"),
        headers(row.getString("headers")),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        Duration.ofNanos(row.getLong("age_us") * 1_000));
  }

  private static Map<String, String> headers(@Nullable String json) {
    try {
      return json == null ? Map.of() : JSON.readValue(json, TEXTS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("headers in the outbox are a map of texts", e);
    }
  }
}
