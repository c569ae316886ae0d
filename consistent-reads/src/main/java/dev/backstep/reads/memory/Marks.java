package dev.backstep.reads.memory;

import dev.backstep.reads.position.Position;
import dev.backstep.reads.routing.Remembered;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The position that each customer must see at least, shared by all instances through Redis. Marks
 * only move forward, by a script, whoever is late. What could not be written is owed: kept here and
 * written as soon as Redis is back.
 */
public final class Marks {
  /**
   * Longer than any replica lags; a customer who is silent for longer reads from the primary once.
   */
  static final Duration LIFE = Duration.ofMinutes(5);

  /** Customers whose marks are owed at most; of one more, only his own token knows. */
  static final int MOST_OWED = 10_000;

  // A mark is a position in 24 hex digits, a colon, and the milliseconds of the last write.
  private static final String RAISE =
      """
      for _, key in ipairs(KEYS) do
        local known = redis.call('GET', key)
        local position, wrote = ARGV[1], ARGV[2]
        if known then
          if string.sub(known, 1, 24) > position then position = string.sub(known, 1, 24) end
          if tonumber(string.sub(known, 26)) > tonumber(wrote) then wrote = string.sub(known, 26) end
        end
        redis.call('SET', key, position .. ':' .. wrote, 'PX', ARGV[3])
      end
      """;

  private static final int HEX = 24;

  private final RedisLink redis;
  private final String prefix;
  private final Map<String, Remembered.Mark> owed = new ConcurrentHashMap<>();

  /**
   * Marks of one service.
   *
   * @param service positions of different databases have nothing to do with each other
   */
  public Marks(RedisLink redis, String service) {
    this.redis = redis;
    this.prefix = "reads:v1:" + service + ":mark:";
  }

  /** What is remembered of that customer; never fails, and takes a bounded time. */
  public CompletableFuture<Remembered> of(String customer) {
    return redis
        .get(prefix + customer)
        .thenApply(text -> with(owed.get(customer), text))
        .exceptionally(_ -> new Remembered.Away());
  }

  /**
   * Moves those customers' marks to that position unless they are beyond it; never fails. Completes
   * when Redis has done so, or when it is clear that it will not, and the marks are owed.
   */
  public CompletableFuture<Void> raise(Collection<String> customers, Remembered.Mark mark) {
    if (redis.isDown()) {
      customers.forEach(customer -> owe(customer, mark));
      return CompletableFuture.completedFuture(null);
    }
    return write(List.copyOf(customers), mark)
        .exceptionally(_ -> {
          customers.forEach(customer -> owe(customer, mark));
          return null;
        });
  }

  /** Looks whether Redis answers, and writes what is owed if it does. */
  public void payOwed() {
    redis.ping();
    if (owed.isEmpty()) {
      return;
    }
    var byMark =
        Map.copyOf(owed).entrySet().stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getValue,
                    Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
    byMark.forEach((mark, customers) -> {
      var _ =
          write(customers, mark)
              .thenRun(() -> customers.forEach(customer -> owed.remove(customer, mark)));
    });
  }

  /** Marks that Redis does not have yet. */
  int owed() {
    return owed.size();
  }

  private CompletableFuture<Void> write(List<String> customers, Remembered.Mark mark) {
    var keys = customers.stream().distinct().map(customer -> prefix + customer).toList();
    var arguments =
        List.of(
            mark.position().hex(),
            Long.toString(mark.wroteAt().toEpochMilli()),
            Long.toString(LIFE.toMillis()));
    return redis.probe(RAISE, keys, arguments).thenAccept(_ -> {});
  }

  private void owe(String customer, Remembered.Mark mark) {
    if (owed.size() < MOST_OWED || owed.containsKey(customer)) {
      owed.merge(customer, mark, Marks::later);
    }
  }

  private static Remembered with(Remembered.@Nullable Mark owed, Optional<String> stored) {
    var known = stored.flatMap(Marks::parse);
    if (known.isEmpty()) {
      return new Remembered.Nothing();
    }
    return owed == null ? known.get() : later(known.get(), owed);
  }

  private static Remembered.Mark later(Remembered.Mark one, Remembered.Mark other) {
    return new Remembered.Mark(
        one.position().max(other.position()),
        one.wroteAt().isAfter(other.wroteAt()) ? one.wroteAt() : other.wroteAt());
  }

  private static Optional<Remembered.Mark> parse(String text) {
    if (text.length() <= HEX + 1) {
      return Optional.empty();
    }
    try {
      var wroteAt = Instant.ofEpochMilli(Long.parseLong(text.substring(HEX + 1)));
      return Position.parse(text.substring(0, HEX))
          .map(position -> new Remembered.Mark(position, wroteAt));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }
}
