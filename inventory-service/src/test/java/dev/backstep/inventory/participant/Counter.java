package dev.backstep.inventory.participant;

import dev.backstep.contracts.InventoryCommand;
import dev.backstep.inventory.Stockroom;
import dev.backstep.messaging.barrier.Barrier;
import dev.backstep.messaging.barrier.BarrierListener;
import dev.backstep.messaging.barrier.CommandIntake;
import dev.backstep.messaging.intake.DeadLetters;
import dev.backstep.messaging.intake.Intake;
import dev.backstep.messaging.intake.Poll;
import dev.backstep.messaging.outbox.Outbox;
import dev.backstep.messaging.transaction.Transactions;
import dev.backstep.messaging.wire.Received;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Serves buyers past the broker, and notices when the database had to be asked again. */
@Singleton
class Counter {
  private final CommandIntake intake;
  private final StockHandler handler;
  private final Stockroom stockroom;
  private final AtomicInteger retries = new AtomicInteger();

  Counter(
      Transactions transactions,
      DeadLetters deadLetters,
      Outbox outbox,
      BarrierListener listener,
      StockHandler handler,
      Stockroom stockroom) {
    this.handler = handler;
    this.stockroom = stockroom;
    var intake = new Intake(transactions, deadLetters, _ -> retries.incrementAndGet());
    this.intake = new CommandIntake(intake, new Barrier(outbox, listener));
  }

  void serve(Received... records) {
    serve(List.of(records));
  }

  void serve(List<Received> records) {
    intake.take(new Poll(records), InventoryCommand.class, handler);
  }

  /** How often a deadlock or another transient failure was retried. */
  int retries() {
    return retries.get();
  }

  /** What the barrier remembers of that step, as {@code state} or {@code state: reply}. */
  String remembered(Buyer buyer, String step) {
    return stockroom
        .texts(
            """
            SELECT state || coalesce(': ' || coalesce(reply #>> '{refusal,code}', reply ->> 'reference'), '')
            FROM barrier WHERE saga_id = ? AND step = ?
            """,
            buyer.saga(),
            step)
        .getFirst();
  }

  /** The states of the order's reservation, one for each line. */
  List<String> reservation(Buyer buyer) {
    return stockroom.texts(
        "SELECT state FROM reservation WHERE order_id = ? ORDER BY sku", buyer.order());
  }
}
