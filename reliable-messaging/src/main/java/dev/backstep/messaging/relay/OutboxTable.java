package dev.backstep.messaging.relay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.backstep.messaging.transaction.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The relay's view of the outbox: the oldest rows of its shards, and their removal. */
final class OutboxTable {
  // A deleted row stays in the index until the next vacuum, so nobody reads a shard from its start
  // without need: what lies behind the frontier is looked up one by one.
  private static final String WAITING =
      """
      WITH found AS (
        SELECT o.* FROM (SELECT unnest(?::smallint[]) AS shard, unnest(?::bigint[]) AS seen) AS mine
        CROSS JOIN LATERAL (
          SELECT * FROM outbox WHERE outbox.shard = mine.shard AND outbox.id > mine.seen ORDER BY outbox.id LIMIT ?) o
        UNION ALL
        SELECT o.* FROM (SELECT unnest(?::smallint[]) AS shard, unnest(?::bigint[]) AS id) AS missing
        CROSS JOIN LATERAL (
          SELECT * FROM outbox WHERE outbox.shard = missing.shard AND outbox.id = missing.id LIMIT 1) o)
      SELECT shard, id, topic, message_key, message_id, type, subject, body, traceparent, headers,
             created_at, extract(epoch FROM clock_timestamp() - created_at) * 1000000 AS age_us
      FROM found
      ORDER BY shard, id
      """;

  // The lease decides: a relay that lost its shard removes nothing, whatever it believes. Nobody
  // waits for the disk: a removal that a crash forgets publishes again what was published. Each row
  // is looked up by its key: as a join, plans made while the outbox was empty read all of a shard
  // for each row. Rows of the outbox never move, so where they lie holds for the statement.
  private static final String REMOVE =
      """
      SET LOCAL synchronous_commit = off;
      DELETE FROM outbox WHERE ctid = ANY (ARRAY(
        SELECT o.ctid FROM (SELECT unnest(?::smallint[]) AS shard, unnest(?::bigint[]) AS id) AS gone
        CROSS JOIN LATERAL (
          SELECT ctid FROM outbox WHERE outbox.shard = gone.shard AND outbox.id = gone.id LIMIT 1) o
        WHERE gone.shard = ANY (ARRAY(
          SELECT l.shard FROM (SELECT unnest(?::smallint[]) AS shard, unnest(?::bigint[]) AS epoch) AS mine
          JOIN relay_lease l ON l.shard = mine.shard AND l.epoch = mine.epoch))))
      """;

  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private OutboxTable() {}

  /**
   * What waits beyond the frontier of each shard, in order, and what was missing behind it.
   *
   * @param limit the most rows of one shard
   */
  static List<PendingMessage> waiting(Transaction tx, Collection<Frontier> frontiers, int limit)
      throws SQLException {
    try (var select = tx.connection().prepareStatement(WAITING)) {
      setPositions(
          select, 1, frontiers.stream().map(it -> new Position(it.shard(), it.from())).toList());
      select.setInt(3, limit);
      setPositions(select, 4, frontiers.stream().flatMap(OutboxTable::missing).toList());
      try (var rows = select.executeQuery()) {
        var messages = new ArrayList<PendingMessage>();
        while (rows.next()) {
          messages.add(read(rows));
        }
        return messages;
      }
    }
  }

  static void remove(Transaction tx, Collection<Lease> leases, List<PendingMessage> published)
      throws SQLException {
    try (var delete = tx.connection().prepareStatement(REMOVE)) {
      setPositions(
          delete,
          1,
          published.stream().map(it -> new Position(it.shard(), it.position())).toList());
      setPositions(
          delete, 3, leases.stream().map(it -> new Position(it.shard(), it.epoch())).toList());
      delete.execute();
    }
  }

  private static Stream<Position> missing(Frontier frontier) {
    return frontier.missing().stream().map(id -> new Position(frontier.shard(), id));
  }

  private static void setPositions(PreparedStatement statement, int index, List<Position> positions)
      throws SQLException {
    var connection = statement.getConnection();
    statement.setArray(
        index,
        connection.createArrayOf("smallint", positions.stream().map(Position::shard).toArray()));
    statement.setArray(
        index + 1,
        connection.createArrayOf("bigint", positions.stream().map(Position::number).toArray()));
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

  /** A number of a shard: a row's position, or an epoch. */
  private record Position(int shard, long number) {}
}
