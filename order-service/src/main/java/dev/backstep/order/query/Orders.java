package dev.backstep.order.query;

import dev.backstep.order.OrderStatus;
import dev.backstep.rest.access.Reader;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads orders. Whose they are is part of the query. */
@ApplicationScoped
@Transactional
public class Orders implements PanacheRepositoryBase<OrderRow, UUID> {
  /** What fits on a screen twice over, and bounds the memory of one answer. */
  static final int MAX_PAGE = 100;

  /** That order, if it exists for this reader. */
  public Optional<OrderView> find(Reader reader, UUID id) {
    var conditions = new Conditions(reader).and("o.id = :id", "id", id);
    return find("FROM OrderRow o LEFT JOIN FETCH o.lines WHERE " + conditions, conditions.values)
        .singleResultOptional() // by primary key; a limit would make Hibernate page in memory
        .map(OrderView::of);
  }

  /** Up to so many orders, newest first. */
  OrderPage page(Reader reader, @Nullable OrderStatus status, @Nullable Cursor cursor, int limit) {
    var conditions = new Conditions(reader);
    if (status != null) {
      conditions.and("o.status = :status", "status", status);
    }
    if (cursor != null) {
      conditions.and("o.id < :after", "after", cursor.after());
    }
    List<OrderRow> rows =
        find("FROM OrderRow o WHERE " + conditions + " ORDER BY o.id DESC", conditions.values)
            .page(0, limit + 1)
            .list();
    var shown = rows.stream().limit(limit).map(OrderView::of).toList();
    return new OrderPage(
        shown, rows.size() > limit ? new Cursor(shown.getLast().orderId()).toString() : null);
  }

  /** A conjunction and its parameters. */
  private static final class Conditions {
    private final List<String> texts = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    Conditions(Reader reader) {
      switch (reader) {
        case Reader.Owner(var customerId) ->
            and("o.customerId = :customerId", "customerId", customerId);
        case Reader.Anybody _ -> texts.add("1 = 1");
      }
    }

    Conditions and(String text, String name, Object value) {
      texts.add(text);
      values.put(name, value);
      return this;
    }

    @Override
    public String toString() {
      return String.join(" AND ", texts);
    }
  }
}
