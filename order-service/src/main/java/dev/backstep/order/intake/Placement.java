package dev.backstep.order.intake;

import dev.backstep.contracts.value.Sku;
import dev.backstep.order.query.OrderView;
import java.time.Duration;
import java.util.List;

/** What became of the wish to order. */
sealed interface Placement {
  /** Recorded now. */
  record Accepted(OrderView order, StoredAnswer answer) implements Placement {}

  /** Recorded earlier, under the same key. */
  record Replayed(StoredAnswer answer) implements Placement {}

  /** The key belongs to another order. */
  record KeyReused() implements Placement {}

  /** Somebody else is placing an order under this key at this moment. */
  record InProgress() implements Placement {}

  /** These are not on sale. */
  record UnknownProducts(List<Sku> skus) implements Placement {}

  /** Too much money, or too many currencies. */
  record NotPriceable(String why) implements Placement {}

  /** The long running action that it was to be part of has ended meanwhile. */
  record LraOver() implements Placement {}

  /** Too many orders are under way, or wait to be recorded; this one was not looked at. */
  record NoRoom(Duration retryAfter) implements Placement {}

  /**
   * The database did not say, or not in time, whether it was recorded. It may have been, or may be
   * yet: the same key tells.
   */
  record NotKnown() implements Placement {}
}
