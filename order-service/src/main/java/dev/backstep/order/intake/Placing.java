package dev.backstep.order.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backstep.contracts.value.OrderLine;
import dev.backstep.messaging.outbox.Outbox;
import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.messaging.transaction.TransactionFailedException;
import dev.backstep.messaging.transaction.Transactions;
import dev.backstep.order.catalogue.Prices;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Supplier;

/** Records an order, its key and its messages in one transaction of three round trips. */
@Singleton
class Placing {
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private final Transactions transactions;
  private final Outbox outbox;
  private final Prices prices = Prices.current();
  private final InstantSource time;
  private final Supplier<UUID> ids;
  private final ObjectMapper json;

  Placing(
      Transactions transactions,
      Outbox outbox,
      InstantSource time,
      Supplier<UUID> ids,
      ObjectMapper json) {
    this.transactions = transactions;
    this.outbox = outbox;
    this.time = time;
    this.ids = ids;
    this.json = json;
  }

  /** Safe to call again with the same wish: it is recorded once. */
  Placement place(Wish wish) {
    try {
      return transactions.call(tx -> place(tx, wish));
    } catch (TransactionFailedException e) {
      if (e.getCause() instanceof SQLException sql
          && LOCK_NOT_AVAILABLE.equals(sql.getSQLState())) {
        return new Placement.InProgress();
      }
      throw e;
    }
  }

  private Placement place(Transaction tx, Wish wish) throws SQLException {
    var lines = wish.request().items();
    var known = prices.of(tx, lines.lines().stream().map(OrderLine::sku).toList());
    return switch (Quote.of(lines, known)) {
      case Quote.Priced priced -> record(tx, wish, priced);
      case Quote.UnknownProducts(var skus) -> new Placement.UnknownProducts(skus);
      case Quote.NotPriceable(var why) -> new Placement.NotPriceable(why);
    };
  }

  private Placement record(Transaction tx, Wish wish, Quote.Priced quote) throws SQLException {
    var now = time.instant().truncatedTo(ChronoUnit.MILLIS);
    var order = new NewOrder(ids.get(), ids.get(), wish, quote, now);
    var answer = new StoredAnswer(order.id(), written(order));
    var fingerprint = Fingerprint.of(wish.request());
    if (!NewOrderTable.record(tx, order, fingerprint, answer.body())) {
      return replay(tx, wish, fingerprint);
    }
    outbox.append(tx, order.messages());
    return new Placement.Accepted(answer);
  }

  private static Placement replay(Transaction tx, Wish wish, byte[] fingerprint)
      throws SQLException {
    return NewOrderTable.stored(tx, wish)
        .<Placement>map(stored ->
            stored.isFor(fingerprint)
                ? new Placement.Replayed(stored.answer())
                : new Placement.KeyReused())
        .orElseGet(Placement.InProgress::new);
  }

  private String written(NewOrder order) {
    try {
      return json.writeValueAsString(order.view());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an order is always JSON", e);
    }
  }
}
