package dev.backstep.order.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.backstep.order.FinalState;
import dev.backstep.order.query.OrderView;
import dev.backstep.order.watch.OrderWatch;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Holds an answer until its order is final. No thread and no connection waits meanwhile, and nobody
 * reads the order again: whoever ends it says how.
 */
@Singleton
class Waiting {
  /** A held request costs some kilobytes; beyond this many, clients are answered at once. */
  static final int MAX_HELD = 5_000;

  private final OrderWatch watch;
  private final ObjectReader json;
  private final Semaphore held = new Semaphore(MAX_HELD);

  Waiting(OrderWatch watch, ObjectMapper json) {
    this.watch = watch;
    this.json = json.readerFor(OrderView.class);
  }

  /** The final order; empty when the client's patience, or the room here, ran out first. */
  CompletableFuture<Optional<OrderView>> untilFinal(OrderView order, WaitPreference preference) {
    return hold(() -> watch.whenFinal(order.orderId(), preference.patience()))
        .thenApply(last -> last.map(order::in));
  }

  /** As {@link #untilFinal}, for an order that may have been final for long. */
  CompletableFuture<Optional<OrderView>> untilFinalAgain(
      StoredAnswer answer, WaitPreference preference) {
    return hold(() -> watch.whenFinalOrBefore(answer.orderId(), preference.patience()))
        .thenApply(last -> last.map(read(answer)::in));
  }

  private CompletableFuture<Optional<FinalState>> hold(
      Supplier<CompletableFuture<Optional<FinalState>>> wait) {
    if (!held.tryAcquire()) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
    var last = wait.get();
    var _ = last.whenComplete((_, _) -> held.release());
    return last;
  }

  private OrderView read(StoredAnswer answer) {
    try {
      return json.readValue(answer.body());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the answer of " + answer.orderId() + " is no order", e);
    }
  }
}
