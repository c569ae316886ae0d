package dev.backstep.inventory.catalogue;

import dev.backstep.contracts.value.Sku;
import dev.backstep.inventory.StockLevel;
import dev.backstep.inventory.catalogue.GoodsIn.Outcome.KeyReused;
import dev.backstep.inventory.catalogue.GoodsIn.Outcome.Received;
import dev.backstep.inventory.catalogue.GoodsIn.Outcome.Replayed;
import dev.backstep.inventory.catalogue.GoodsIn.Outcome.UnknownProduct;
import dev.backstep.messaging.outbox.Outbox;
import dev.backstep.messaging.outbox.Outgoing;
import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.messaging.transaction.Transactions;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Adds goods to the stock, once for each key. */
@Singleton
class GoodsIn {
  /** A truckload of small things; more is a slip of the hand. */
  static final int MAX_QUANTITY = 1_000_000;

  private final Transactions transactions;
  private final Outbox outbox;
  private final InstantSource time;

  GoodsIn(Transactions transactions, Outbox outbox, InstantSource time) {
    this.transactions = transactions;
    this.outbox = outbox;
    this.time = time;
  }

  Outcome receive(Sku sku, IdempotencyKey key, int quantity) {
    // The database keeps microseconds; a replay must answer the same.
    var receipt = new Receipt(sku, quantity, time.instant().truncatedTo(ChronoUnit.MICROS));
    return transactions.call(tx -> receive(tx, key, receipt));
  }

  private Outcome receive(Transaction tx, IdempotencyKey key, Receipt receipt) throws SQLException {
    // The lock makes requests for one product follow each other: no key can race with itself.
    if (!ReceiptTable.lockStock(tx, receipt.sku())) {
      return new UnknownProduct();
    }
    var earlier = ReceiptTable.find(tx, receipt.sku(), key);
    if (earlier.isPresent()) {
      return again(earlier.get(), receipt);
    }
    ReceiptTable.insert(tx, key, receipt);
    StockLevel level = ReceiptTable.addToStock(tx, receipt);
    outbox.append(tx, List.of(Outgoing.event(level.changed(), null)));
    return new Received(receipt);
  }

  private static Outcome again(Receipt earlier, Receipt now) {
    return earlier.quantity() == now.quantity() ? new Replayed(earlier) : new KeyReused();
  }

  /** Goods that came in. */
  record Receipt(Sku sku, int quantity, Instant receivedAt) {}

  /** What became of a request to receive goods. */
  sealed interface Outcome {
    /** The goods are in stock. */
    record Received(Receipt receipt) implements Outcome {}

    /** They were already. */
    record Replayed(Receipt receipt) implements Outcome {}

    /** The key stands for other goods. */
    record KeyReused() implements Outcome {}

    /** There is no such product. */
    record UnknownProduct() implements Outcome {}
  }
}
