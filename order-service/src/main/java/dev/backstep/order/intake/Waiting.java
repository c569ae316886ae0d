package dev.backstep.order.intake;

import dev.backstep.order.query.OrderView;
import dev.backstep.order.query.Orders;
import dev.backstep.order.watch.OrderWatch;
import dev.backstep.rest.access.Reader;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/** Holds an answer until its order is final. No thread and no connection waits meanwhile. */
@Singleton
class Waiting {
  /** A held request costs some kilobytes; beyond this many, clients are answered at once. */
  static final int MAX_HELD = 5_000;

  private final OrderWatch watch;
  private final Orders orders;
  private final Semaphore held = new Semaphore(MAX_HELD);

  Waiting(OrderWatch watch, Orders orders) {
    this.watch = watch;
    this.orders = orders;
  }

  /** As {@link #untilFinal}, for an order that may have been final for long. */
  Uni<Optional<OrderView>> untilFinalAgain(Wish wish, UUID orderId, WaitPreference preference) {
    var now = finalOrder(wish, orderId);
    return now.isPresent() ? Uni.createFrom().item(now) : untilFinal(wish, orderId, preference);
  }

  /** The final order; empty when the client's patience, or the room here, ran out first. */
  Uni<Optional<OrderView>> untilFinal(Wish wish, UUID orderId, WaitPreference preference) {
    if (!held.tryAcquire()) {
      return Uni.createFrom().item(Optional.empty());
    }
    var becomesFinal = watch.whenFinal(orderId, preference.patience());
    var _ = becomesFinal.whenComplete((_, _) -> held.release());
    return Uni.createFrom()
        .completionStage(becomesFinal)
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(isFinal -> isFinal ? finalOrder(wish, orderId) : Optional.empty());
  }

  private Optional<OrderView> finalOrder(Wish wish, UUID orderId) {
    return orders
        .find(new Reader.Owner(wish.customerId()), orderId)
        .filter(order -> order.status().isFinal());
  }
}
