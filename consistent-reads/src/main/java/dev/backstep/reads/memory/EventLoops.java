package dev.backstep.reads.memory;

import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.EventExecutor;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;

/**
 * The threads that read what arrives for this process. In a rush on a machine without room they
 * come late to their own sockets; then an answer that nobody has read is not a late one.
 */
public final class EventLoops {
  private final EventLoopGroup loops;

  /** Those threads. */
  public EventLoops(EventLoopGroup loops) {
    this.loops = loops;
  }

  /** Completes when all of them have come round. */
  CompletableFuture<Void> comeRound() {
    return CompletableFuture.allOf(
        StreamSupport.stream(loops.spliterator(), false)
            .map(EventLoops::comesRound)
            .toArray(CompletableFuture<?>[]::new));
  }

  private static CompletableFuture<Void> comesRound(EventExecutor loop) {
    return CompletableFuture.runAsync(() -> {}, loop);
  }
}
