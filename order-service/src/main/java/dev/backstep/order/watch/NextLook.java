package dev.backstep.order.watch;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A look at the database out of turn: one for all who ask before it begins. */
final class NextLook {
  private final Runnable look;
  private final Executor executor;
  private @Nullable CompletableFuture<Void> next;

  NextLook(Runnable look, Executor executor) {
    this.look = look;
    this.executor = executor;
  }

  /** Done when a look that began after this call has ended. */
  synchronized CompletableFuture<Void> ask() {
    if (next == null) {
      next = CompletableFuture.runAsync(this::run, executor);
    }
    return next;
  }

  private void run() {
    begin();
    look.run();
  }

  private synchronized void begin() {
    next = null;
  }
}
