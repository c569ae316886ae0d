package dev.backstep.reads.cache;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * One question for all who ask the same at about the same time, within one instance. The answer may
 * be to a question that was asked before one's own: good for what may be old, and for nothing else.
 */
public final class SingleFlight<T> {
  /** Above this many, answers whose time is over are thrown away. */
  private static final int MOST = 1_000;

  private final ConcurrentHashMap<String, Flight<T>> flights = new ConcurrentHashMap<>();
  private final long holdNanos;

  private record Flight<A>(CompletableFuture<A> answer, long landing) {
    private boolean isOver() {
      return answer.isDone() && System.nanoTime() - landing >= 0;
    }
  }

  /** An answer is for those who asked while it was on its way. */
  public SingleFlight() {
    this(Duration.ZERO);
  }

  /**
   * An answer is for those, too, who ask within so long of the question: in a rush on one key, that
   * bounds how often anybody is asked for it.
   */
  public SingleFlight(Duration hold) {
    this.holdNanos = hold.toNanos();
  }

  /** What the question brings; whoever finds it under way waits for its answer, or its failure. */
  public T get(String key, Supplier<T> question) {
    return get(key, question, () -> {});
  }

  /**
   * The same.
   *
   * @param joined is told when the question was asked already
   */
  T get(String key, Supplier<T> question, Runnable joined) {
    var mine = new Flight<T>(new CompletableFuture<>(), System.nanoTime() + holdNanos);
    var others = others(key, mine);
    if (others.isPresent()) {
      joined.run();
      return answer(others.get());
    }
    try {
      mine.answer.complete(question.get());
    } catch (RuntimeException | Error e) {
      mine.answer.completeExceptionally(e);
    } finally {
      land(key, mine);
    }
    return answer(mine.answer);
  }

  /** The answer that others wait for; empty when the question is mine to ask. */
  private Optional<CompletableFuture<T>> others(String key, Flight<T> mine) {
    while (true) {
      var known = flights.putIfAbsent(key, mine);
      if (known == null) {
        return Optional.empty();
      }
      if (!known.isOver()) {
        return Optional.of(known.answer);
      }
      flights.remove(key, known);
    }
  }

  private void land(String key, Flight<T> mine) {
    if (holdNanos == 0 || mine.answer.isCompletedExceptionally()) {
      flights.remove(key, mine); // who asks later asks again
    } else if (flights.size() > MOST) {
      flights.values().removeIf(Flight::isOver);
    }
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
