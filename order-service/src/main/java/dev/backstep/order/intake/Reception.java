package dev.backstep.order.intake;

import dev.backstep.messaging.transaction.Transactions;
import dev.backstep.order.lra.Lras;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Has a wish recorded; one that is part of a long running action joins it first. */
@Singleton
class Reception {
  private final Placing placing;
  private final Lras lras;
  private final Transactions transactions;

  Reception(Placing placing, Lras lras, Transactions transactions) {
    this.placing = placing;
    this.lras = lras;
    this.transactions = transactions;
  }

  /**
   * As {@link Placing#place}.
   *
   * @param lra the header of whoever wants it to be part of something
   * @param token the caller's own
   */
  CompletableFuture<Placement> place(Wish wish, @Nullable String lra, String token, Due due) {
    if (lra == null) {
      return placing.place(wish, due);
    }
    var placed = partOf(wish, lra, token).thenCompose(joined -> placing.place(joined, due));
    return due.orElse(placed, new Placement.NotKnown());
  }

  /** Who asks again has joined already. */
  private CompletableFuture<Wish> partOf(Wish wish, String lra, String token) {
    return lras.join(lra, token, () -> isTaken(wish.claim()))
        .thenCompose(PlacementAnswers::joined)
        .thenApply(wish::partOf);
  }

  private boolean isTaken(Wish.Claim claim) {
    return transactions.call(tx -> !NewOrderTable.stored(tx, List.of(claim)).isEmpty());
  }
}
