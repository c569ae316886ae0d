package dev.backstep.order.query;

import dev.backstep.messaging.transaction.Transactions;
import dev.backstep.order.watch.OrderWatch;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

/** Tells one client of one order's states until the order is final or the client is gone. */
final class OrderStream implements Runnable {
  /** Keeps proxies from closing a quiet connection, and finds out who is gone. */
  static final Duration HEARTBEAT = Duration.ofSeconds(10);

  private final Transactions transactions;
  private final OrderWatch watch;
  private final Sse sse;
  private final UUID orderId;
  private final MultiEmitter<? super OutboundSseEvent> client;
  private long told;

  OrderStream(
      Transactions transactions,
      OrderWatch watch,
      Sse sse,
      Position from,
      MultiEmitter<? super OutboundSseEvent> client) {
    this.transactions = transactions;
    this.watch = watch;
    this.sse = sse;
    this.orderId = from.orderId();
    this.told = from.version();
    this.client = client;
  }

  @Override
  public void run() {
    try {
      while (!client.isCancelled() && runOnce()) {
        // each round waits for something to tell
      }
      client.complete();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // the client is gone
    } catch (ExecutionException | RuntimeException e) {
      client.fail(e);
    }
  }

  /** Tells what is new and waits for more; false when nothing more can come. */
  private boolean runOnce() throws InterruptedException, ExecutionException {
    var becomesFinal = watch.whenFinal(orderId, HEARTBEAT); // before the read, to miss nothing
    for (var change : transactions.call(tx -> OrderHistory.after(tx, orderId, told))) {
      tell(change);
      if (change.status().isFinal()) {
        becomesFinal.cancel(false);
        return false;
      }
    }
    if (becomesFinal.get().isEmpty()) {
      client.emit(sse.newEventBuilder().comment("still here").build());
    }
    return true;
  }

  private void tell(StateChange change) {
    told = change.version();
    client.emit(
        sse.newEventBuilder()
            .id(Long.toString(change.version()))
            .name("state")
            .mediaType(MediaType.APPLICATION_JSON_TYPE)
            .data(StateChange.class, change)
            .build());
  }

  /**
   * Where a client stands.
   *
   * @param version the last state that he was told, 0 for none
   */
  record Position(UUID orderId, long version) {}
}
