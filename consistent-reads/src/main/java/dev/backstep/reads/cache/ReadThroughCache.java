package dev.backstep.reads.cache;

import dev.backstep.reads.memory.RedisLink;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * A cache in front of the database. However many ask for a key at once, on however many instances,
 * one of them asks the database; while it does, the others get the old value, or wait for the
 * first. Without Redis each instance does without it, once for all who ask at the same time.
 */
public final class ReadThroughCache {
  /** A database that takes longer than this for one row is in trouble; then one does without. */
  static final Duration PATIENCE = Duration.ofMillis(200);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

  private final CacheStore store;
  private final CacheListener listener;
  private final SingleFlight<Optional<String>> flights = new SingleFlight<>();

  /**
   * A cache of that name.
   *
   * @param name with the service, and a version that changes with the form of the values
   */
  public ReadThroughCache(RedisLink redis, String name, CacheTimes times, CacheListener listener) {
    this.store = new CacheStore(redis, name, times);
    this.listener = listener;
  }

  /**
   * The value of that key, at most as old as the cache's times say; empty when the database has
   * none, or when there is none without Redis.
   *
   * @param load asks the database; may be called on another reader's behalf
   * @param without what there is when Redis does not answer, or the refresher of a first value
   *     takes too long
   */
  public Optional<String> get(
      String key, Supplier<Optional<String>> load, Supplier<Optional<String>> without) {
    return flights.get(key, () -> look(key, load, without), listener::stampedePrevented);
  }

  /**
   * Forgets those keys, and what refreshers under way will bring. Call it after the change is
   * committed. Completes exceptionally when Redis fails.
   */
  public CompletableFuture<Void> invalidate(List<String> keys) {
    return keys.isEmpty() ? CompletableFuture.completedFuture(null) : store.invalidate(keys);
  }

  private Optional<String> look(
      String key, Supplier<Optional<String>> load, Supplier<Optional<String>> without) {
    return switch (store.read(key).join()) {
      case Entry.Fresh(var value) -> hit(value);
      case Entry.Stale(var value) -> {
        listener.stampedePrevented();
        yield hit(value);
      }
      case Entry.Ours(var fence, var old) -> {
        if (old.isEmpty()) {
          listener.miss();
        }
        yield refresh(key, fence, load);
      }
      case Entry.Awaited _ -> await(key, load, without);
      case Entry.Unknown _ -> without.get();
    };
  }

  private Optional<String> hit(String value) {
    listener.hit();
    return Optional.of(value);
  }

  private Optional<String> refresh(String key, long fence, Supplier<Optional<String>> load) {
    listener.refreshed();
    var loaded = load.get();
    if (loaded.isPresent() && !store.fill(key, fence, loaded.get()).join()) {
      listener.fenced();
    }
    return loaded;
  }

  private Optional<String> await(
      String key, Supplier<Optional<String>> load, Supplier<Optional<String>> without) {
    listener.stampedePrevented();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      switch (store.read(key).join()) {
        case Entry.Fresh(var value) -> {
          return hit(value);
        }
        case Entry.Stale(var value) -> {
          return hit(value);
        }
        case Entry.Ours(var fence, _) -> {
          return refresh(key, fence, load);
        }
        case Entry.Unknown _ -> {
          return without.get();
        }
        case Entry.Awaited _ -> {}
      }
    }
    return without.get();
  }
}
