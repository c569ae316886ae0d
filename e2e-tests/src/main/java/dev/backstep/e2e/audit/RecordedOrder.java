package dev.backstep.e2e.audit;

import dev.backstep.stack.layout.Part;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An order as order-service recorded it.
 *
 * @param total minor units
 * @param changedAt when it came into this status
 */
record RecordedOrder(UUID id, UUID saga, Status status, long total, Instant changedAt) {
  /** As in the design: PENDING, then one of the others for good. */
  enum Status {
    PENDING,
    CONFIRMED,
    REJECTED,
    CANCELLED
  }

  static List<RecordedOrder> all(Witnesses witnesses) throws SQLException {
    return Rows.of(
        witnesses.database(Part.ORDER_SERVICE),
        "SELECT id, saga_id, status, total_minor, changed_at FROM orders ORDER BY id",
        row ->
            new RecordedOrder(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                Status.valueOf(row.getString(3)),
                row.getLong(4),
                row.getObject(5, OffsetDateTime.class).toInstant()));
  }

  static Map<UUID, RecordedOrder> byId(Witnesses witnesses) throws SQLException {
    return all(witnesses).stream()
        .collect(Collectors.toMap(RecordedOrder::id, Function.identity()));
  }

  static List<RecordedOrder> confirmed(Witnesses witnesses) throws SQLException {
    return all(witnesses).stream().filter(RecordedOrder::isConfirmed).toList();
  }

  boolean isConfirmed() {
    return status == Status.CONFIRMED;
  }
}
