package dev.backstep.saga.deadletter;

import dev.backstep.contracts.Topics;
import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.saga.query.Cut;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Letters that wait for somebody, by what is likely to be one cause. */
@Singleton
public final class LetterGroups {
  /** More causes than anybody mends in a day. */
  private static final int MOST = 100;

  private static final String GROUPS =
      """
      SELECT cause_key, min(topic) AS topic, min(service) AS service, min(type) AS type, min(cause) AS cause,
             (array_agg(detail ORDER BY id DESC))[1] AS detail, count(*) AS count,
             count(DISTINCT saga_id) AS sagas, min(arrived_at) AS oldest, max(arrived_at) AS newest
      FROM dead_letter WHERE replays = 0 AND discarded_at IS NULL
      GROUP BY cause_key ORDER BY count(*) DESC, cause_key LIMIT ?
      """;

  private static final String HANDLED =
      """
      SELECT topic, max(greatest(replayed_at, discarded_at)) AS at FROM dead_letter
      WHERE replays > 0 OR discarded_at IS NOT NULL GROUP BY topic
      """;

  private static final String WAITING =
      "SELECT count(*) FROM dead_letter WHERE replays = 0 AND discarded_at IS NULL";

  /**
   * Those of one cause.
   *
   * @param type empty when the message names none
   * @param detail of the newest
   * @param sagas that are parked because of them
   */
  public record Group(
      String key,
      String topic,
      String service,
      String type,
      String cause,
      String detail,
      long count,
      long sagas,
      Instant oldest,
      Instant newest) {}

  /**
   * A topic without letters that wait.
   *
   * @param lastHandledAt null when there never were any
   */
  record Clean(String topic, @Nullable Instant lastHandledAt) {}

  /** The largest first. */
  public List<Group> read(Transaction tx) throws SQLException {
    try (var select = tx.connection().prepareStatement(GROUPS)) {
      select.setInt(1, MOST);
      try (var rows = select.executeQuery()) {
        var found = new ArrayList<Group>();
        while (rows.next()) {
          found.add(group(rows));
        }
        return found;
      }
    }
  }

  /** How many letters wait. */
  public long waiting(Transaction tx) throws SQLException {
    try (var select = tx.connection().prepareStatement(WAITING);
        var row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  List<Clean> clean(Transaction tx, List<Group> groups) throws SQLException {
    var dirty = groups.stream().map(Group::topic).collect(Collectors.toSet());
    var handled = handled(tx);
    return Topics.live().stream()
        .filter(topic -> !dirty.contains(topic))
        .map(topic -> new Clean(topic, handled.get(topic)))
        .toList();
  }

  private static Map<String, Instant> handled(Transaction tx) throws SQLException {
    try (var select = tx.connection().prepareStatement(HANDLED);
        var rows = select.executeQuery()) {
      var found = new HashMap<String, Instant>();
      while (rows.next()) {
        found.put(rows.getString("topic"), instant(rows, "at"));
      }
      return found;
    }
  }

  private static Group group(ResultSet row) throws SQLException {
    return new Group(
        row.getString("cause_key"),
        row.getString("topic"),
        row.getString("service"),
        row.getString("type"),
        row.getString("cause"),
        Cut.of(row.getString("detail")),
        row.getLong("count"),
        row.getLong("sagas"),
        instant(row, "oldest"),
        instant(row, "newest"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
