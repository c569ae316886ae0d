package dev.backstep.messaging.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.backstep.messaging.transaction.Parameters;
import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.messaging.transaction.Write;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Takes messages in the transaction of the change they tell of. Nothing else ever publishes.
 *
 * <p>Messages of one key leave in the order in which they were appended, provided that the
 * transactions that write for a key follow each other, as they do when each holds a lock on the row
 * that the key names.
 */
public final class Outbox {
  // Sequences by constants: a name put together in each row would be looked up in each row.
  private static final String INSERT =
      """
      INSERT INTO outbox (shard, id, topic, message_key, message_id, type, subject, body, traceparent, headers)
      SELECT shard,
             CASE shard WHEN 0 THEN nextval('outbox_0') WHEN 1 THEN nextval('outbox_1')
                        WHEN 2 THEN nextval('outbox_2') WHEN 3 THEN nextval('outbox_3')
                        WHEN 4 THEN nextval('outbox_4') WHEN 5 THEN nextval('outbox_5')
                        WHEN 6 THEN nextval('outbox_6') WHEN 7 THEN nextval('outbox_7') END,
             topic, message_key, message_id, type, subject, body, traceparent, headers::jsonb
      FROM (SELECT unnest(?::smallint[]) AS shard, unnest(?::text[]) AS topic, unnest(?::text[]) AS message_key,
                   unnest(?::text[]) AS message_id, unnest(?::text[]) AS type, unnest(?::text[]) AS subject,
                   unnest(?::bytea[]) AS body, unnest(?::text[]) AS traceparent, unnest(?::text[]) AS headers,
                   unnest(?::int[]) AS position) AS m
      ORDER BY position
      RETURNING shard, id, created_at, message_id
      """;

  private static final String UNPUBLISHED =
      "SELECT message_id FROM outbox WHERE message_id = ANY (?)";

  private static final JsonMapper JSON = new JsonMapper();

  private final OutboxListener listener;

  /** Tells that listener after each commit that wrote messages. */
  public Outbox(OutboxListener listener) {
    this.listener = listener;
  }

  /**
   * Leaves the messages with the transaction: one statement writes all that it appends, and they
   * are published if and only if it commits.
   */
  public void append(Transaction tx, List<Outgoing> messages) throws SQLException {
    if (messages.isEmpty()) {
      return;
    }
    var appended = new Appended(messages);
    tx.write(appended);
    tx.afterCommit(() -> listener.committed(appended.written));
  }

  /**
   * Which of these message ids wait in the outbox still, so that nobody outside can have seen them.
   */
  public Set<String> unpublished(Transaction tx, Collection<String> messageIds)
      throws SQLException {
    var connection = tx.connection();
    try (var select = connection.prepareStatement(UNPUBLISHED)) {
      select.setArray(1, connection.createArrayOf("text", messageIds.toArray()));
      try (var rows = select.executeQuery()) {
        var found = new HashSet<String>();
        while (rows.next()) {
          found.add(rows.getString(1));
        }
        return found;
      }
    }
  }

  private static @Nullable String json(Map<String, String> headers) {
    try {
      return headers.isEmpty() ? null : JSON.writeValueAsString(headers);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of texts is always JSON", e);
    }
  }

  /** Messages in the order in which they were appended. */
  private static final class Appended implements Write {
    private final List<Outgoing> messages;
    private List<Written> written = List.of();
    private long sentAt;

    Appended(List<Outgoing> messages) {
      this.messages = new ArrayList<>(messages);
    }

    @Override
    public String sql() {
      return INSERT;
    }

    @Override
    public boolean absorbs(Write next) {
      return next instanceof Appended later && messages.addAll(later.messages);
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
      sentAt = System.nanoTime();
      parameters
          .array("smallint", column(message -> (short) Shards.of(message.key())))
          .array("text", column(Outgoing::topic))
          .array("text", column(Outgoing::key))
          .array("text", column(Outgoing::id))
          .array("text", column(Outgoing::type))
          .array("text", column(Outgoing::subject))
          .array("bytea", messages.stream().map(Outgoing::body).toArray(byte[][]::new))
          .array("text", column(Outgoing::traceparent))
          .array("text", column(message -> json(message.headers())))
          .array("int", IntStream.range(0, messages.size()).boxed().toArray());
    }

    /** Rows return as they were inserted. Were they ever to come otherwise, nobody is told any. */
    @Override
    public void returned(ResultSet rows) throws SQLException {
      var found = new ArrayList<Written>(messages.size());
      for (var message : messages) {
        if (!rows.next() || !message.id().equals(rows.getString(4))) {
          return;
        }
        found.add(written(rows, message));
      }
      written = found;
    }

    private Written written(ResultSet row, Outgoing message) throws SQLException {
      var createdAt = row.getObject(3, OffsetDateTime.class).toInstant();
      return new Written(row.getInt(1), row.getLong(2), createdAt, sentAt, message);
    }

    private @Nullable Object[] column(Function<Outgoing, @Nullable Object> value) {
      return messages.stream().map(value).toArray();
    }
  }
}
