package dev.backstep.order.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.backstep.contracts.value.Money;
import dev.backstep.order.FinalState;
import dev.backstep.order.OrderStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as a client sees it.
 *
 * @param sagaId the saga that carries it
 * @param version counts its states, from 1
 * @param reason only when the order was rejected or cancelled
 */
public record OrderView(
    UUID orderId,
    UUID sagaId,
    OrderStatus status,
    long version,
    List<Item> items,
    Money total,
    Instant createdAt,
    Instant changedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Reason reason) {
  /** A line of the order, at the price of the moment it was placed. */
  public record Item(String sku, int quantity, Money unitPrice) {}

  /** This order in its final state. */
  public OrderView in(FinalState last) {
    return new OrderView(
        orderId,
        sagaId,
        last.state().status(),
        last.version(),
        items,
        total,
        createdAt,
        last.at().isBefore(createdAt) ? createdAt : last.at(), // as the table has it
        last.state().why().map(Reason::of).orElse(null));
  }
}
