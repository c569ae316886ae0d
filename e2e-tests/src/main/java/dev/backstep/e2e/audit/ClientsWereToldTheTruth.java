package dev.backstep.e2e.audit;

import dev.backstep.e2e.audit.History.Answer;
import dev.backstep.e2e.audit.History.Request;
import dev.backstep.stack.layout.Part;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Section 8 and 12: each promised order exists under its key, a refused key has none, and one whose
 * answer was lost has at most one.
 */
record ClientsWereToldTheTruth(History history) implements Invariant {
  private record Key(String customer, String key) {}

  @Override
  public String claim() {
    return "every order that was promised exists, and no key stands for an order that was refused";
  }

  @Override
  public boolean judges(Strength strength) {
    return !history.requests().isEmpty();
  }

  /** Keys first: each was written together with its order. */
  @Override
  public Finding check(Witnesses witnesses, Strength strength) throws SQLException {
    var keys = keys(witnesses);
    var orders = RecordedOrder.byId(witnesses).keySet();
    var evidence =
        history.requests().stream().flatMap(each -> against(each, keys, orders).stream()).toList();
    return Finding.of(history.requests().size() + " requests", evidence);
  }

  private static Optional<String> against(Request request, Map<Key, UUID> keys, Set<UUID> orders) {
    var recorded = keys.get(new Key(request.customer(), request.key()));
    return switch (request.answer()) {
      case Answer.Promised(var order) when !orders.contains(order) ->
          Optional.of("order %s was promised and does not exist".formatted(order));
      case Answer.Promised(var order) when !order.equals(recorded) ->
          Optional.of("order %s was promised, its key stands for %s".formatted(order, recorded));
      case Answer.Refused _ when recorded != null ->
          Optional.of("key %s was refused and became order %s".formatted(request.key(), recorded));
      case Answer.Promised _, Answer.Refused _, Answer.Unknown _ ->
          unlessThere(request, recorded, orders);
    };
  }

  private static Optional<String> unlessThere(
      Request request, @Nullable UUID recorded, Set<UUID> orders) {
    return recorded == null || orders.contains(recorded)
        ? Optional.empty()
        : Optional.of(
            "key %s stands for order %s, which is lost".formatted(request.key(), recorded));
  }

  private static Map<Key, UUID> keys(Witnesses witnesses) throws SQLException {
    var keys = new HashMap<Key, UUID>();
    Rows.each(
        witnesses.database(Part.ORDER_SERVICE),
        "SELECT customer_id, key, order_id FROM idempotency",
        row -> keys.put(new Key(row.getString(1), row.getString(2)), row.getObject(3, UUID.class)));
    return keys;
  }
}
