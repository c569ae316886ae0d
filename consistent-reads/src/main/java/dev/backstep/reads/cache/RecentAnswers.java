package dev.backstep.reads.cache;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one instance answered last: good for a moment for whoever asks, and a little longer while
 * one reader finds out anew, or while that is not possible. So a rush on one key waits for nobody,
 * and costs Redis a few questions and the database at most one a second.
 *
 * <p>The age counts from before the question, so an answer that was slow to arrive is old at once:
 * nobody who comes later is served anything that was so more than {@link #USABLE} ago. Whoever
 * waited for somebody else's question may get an answer that is older by that wait.
 */
public final class RecentAnswers<T> {
  /** Nobody sees a tenth of a second; a rush costs Redis ten questions in one. */
  static final Duration GOOD = Duration.ofMillis(100);

  /** As old as what shoppers see may be. */
  static final Duration USABLE = Duration.ofSeconds(1);

  /** Above this many, those that nobody may use are thrown away. */
  static final int MOST = 500;

  private final ConcurrentHashMap<String, Recent<T>> recent = new ConcurrentHashMap<>();
  private final SingleFlight<Optional<T>> looks = new SingleFlight<>();
  private final LongSupplier nanoTime;
  private final Runnable shared;

  private record Recent<A>(A value, long asked) {}

  /**
   * Remembers nothing yet.
   *
   * @param nanoTime a monotonic clock, as {@link System#nanoTime()}
   * @param shared is told of each reader who is given what another one asked for
   */
  public RecentAnswers(LongSupplier nanoTime, Runnable shared) {
    this.nanoTime = nanoTime;
    this.shared = shared;
  }

  /**
   * The answer; empty when the source has none.
   *
   * @param look asks the cache; empty when it does not know, or does not answer
   * @param source is asked when the look brings nothing and the last answer is too old; fails for
   *     all who wait for it
   */
  public Optional<T> get(String key, Supplier<Optional<T>> look, Supplier<Optional<T>> source) {
    var known = known(key, looks.isUnderWay(key) ? USABLE : GOOD);
    if (known.isPresent()) {
      shared.run();
      return known;
    }
    return looks.get(key, () -> ask(key, look, source), shared);
  }

  private Optional<T> ask(String key, Supplier<Optional<T>> look, Supplier<Optional<T>> source) {
    return known(key, GOOD) // somebody's look ended just now
        .or(() -> asked(key, look))
        .or(() -> known(key, USABLE))
        .or(() -> asked(key, source));
  }

  private Optional<T> asked(String key, Supplier<Optional<T>> question) {
    long now = nanoTime.getAsLong();
    var answer = question.get();
    answer.ifPresent(it -> keep(key, new Recent<>(it, now)));
    return answer;
  }

  private void keep(String key, Recent<T> answer) {
    recent.put(key, answer);
    if (recent.size() > MOST) {
      recent.values().removeIf(it -> isOlder(it, USABLE));
    }
  }

  /** How many it remembers. */
  int remembered() {
    return recent.size();
  }

  private Optional<T> known(String key, Duration age) {
    @Nullable Recent<T> last = recent.get(key);
    return last == null || isOlder(last, age) ? Optional.empty() : Optional.of(last.value());
  }

  private boolean isOlder(Recent<T> answer, Duration age) {
    return nanoTime.getAsLong() - answer.asked() >= age.toNanos();
  }
}
