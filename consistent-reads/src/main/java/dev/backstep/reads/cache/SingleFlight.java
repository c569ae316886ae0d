package dev.backstep.reads.cache;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * One question for all who ask the same at about the same time, within one instance. The answer may
 * be to a question that was asked before one's own: good for what may be old, and for nothing else.
 */
final class SingleFlight<T> {
  private final ConcurrentHashMap<String, CompletableFuture<T>> flights = new ConcurrentHashMap<>();

  /** Whether somebody asks that now. */
  boolean isUnderWay(String key) {
    return flights.containsKey(key);
  }

  /**
   * What the question brings; whoever finds it under way waits for its answer, or its failure.
   *
   * @param joined is told when the question was asked already
   */
  T get(String key, Supplier<T> question, Runnable joined) {
    var mine = new CompletableFuture<T>();
    var others = flights.putIfAbsent(key, mine);
    if (others != null) {
      joined.run();
      return answer(others);
    }
    try {
      mine.complete(question.get());
    } catch (RuntimeException | Error e) {
      mine.completeExceptionally(e);
    } finally {
      flights.remove(key, mine); // who asks later asks again
    }
    return answer(mine);
  }

  private static <A> A answer(CompletableFuture<A> flight) {
    try {
      return flight.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
