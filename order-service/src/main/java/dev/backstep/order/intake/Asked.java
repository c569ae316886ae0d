package dev.backstep.order.intake;

import java.util.concurrent.CompletableFuture;

/** A wish that somebody waits for an answer to. */
record Asked(Wish wish, CompletableFuture<Placement> answer) {
  Asked(Wish wish) {
    this(wish, new CompletableFuture<>());
  }
}
