package dev.backstep.reads.memory;

import dev.backstep.reads.pace.WatchPace;
import dev.backstep.reads.position.Position;
import dev.backstep.reads.routing.Remembered;
import io.vertx.mutiny.redis.client.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
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

  /**
   * Whoever read will read again within so long, or pays with a second of reads from the primary.
   */
  static final Duration READ_LATELY = Duration.ofSeconds(30);

  /** Customers whose marks are owed at most; of one more, only his own token knows. */
  static final int MOST_OWED = 10_000;

  /** As many keys as one script handles within a millisecond or two. */
  static final int PAID_AT_ONCE = 500;

  // A mark is a position in 24 hex digits, a colon, and the milliseconds of the last write.
  private static final String RAISE =
      """
      local memory = redis.call('GET', KEYS[1])
      if not memory then
        redis.call('SET', KEYS[1], ARGV[5])
        return ARGV[5]
      end
      if memory ~= ARGV[4] then return memory end
      for i = 2, #KEYS do
        local key = KEYS[i]
        local known = redis.call('GET', key)
        local position, wrote = ARGV[1], ARGV[2]
        if known then
          if string.sub(known, 1, 24) > position then position = string.sub(known, 1, 24) end
          if tonumber(string.sub(known, 26)) > tonumber(wrote) then wrote = string.sub(known, 26) end
        end
        redis.call('SET', key, position .. ':' .. wrote, 'PX', ARGV[3])
      end
      return memory
      """;

  private static final int HEX = 24;

  private final RedisLink redis;
  private final String service;
  private final Supplier<UUID> ids;
  private final Vigil vigil;
  private final WatchPace pace;
  private final Map<String, Remembered.Mark> owed = new ConcurrentHashMap<>();
  private volatile Memory memory = new Memory("");
  private volatile Runnable whenOwing = () -> {};

  /**
   * One life of Redis's memory, which ends when it forgets. A position counts in a memory only if
   * it was asked for when the memory was known: then it is at or beyond every mark that was
   * forgotten before, and a late writer cannot leave a mark below one of those.
   */
  public record Memory(String id) {}

  /** What became of marks. */
  public enum Raised {
    /** Redis has them, or later ones. */
    DONE,
    /** Redis cannot be told now; it will be. */
    OWED,
    /** Redis has forgotten: the position must be asked for again. */
    FORGOTTEN
  }

  /**
   * Marks of one service.
   *
   * @param service positions of different databases have nothing to do with each other
   * @param ids names of memories
   * @param nanoTime a monotonic clock, as {@link System#nanoTime()}: of the vigil, which {@link
   *     #look} keeps, and of its pace
   */
  public Marks(RedisLink redis, String service, Supplier<UUID> ids, LongSupplier nanoTime) {
    this.redis = redis;
    this.service = service;
    this.ids = ids;
    this.vigil = new Vigil(nanoTime);
    this.pace = new WatchPace(RedisLink.BETWEEN_LOOKS, READ_LATELY, nanoTime);
  }

  /** The memory that is known now; ask for it before you ask for a position. */
  public Memory memory() {
    return memory;
  }

  /**
   * What is remembered of that customer; never fails, and takes a bounded time. One late answer
   * says nothing about the next: whether Redis can be believed, the looks find out.
   */
  public CompletableFuture<Remembered> of(String customer) {
    pace.wanted();
    if (!vigil.isUnbroken()) {
      return CompletableFuture.completedFuture(new Remembered.Away());
    }
    return redis
        .get(key(customer))
        .thenApply(text -> believed(customer, text))
        .exceptionally(_ -> new Remembered.Away());
  }

  /**
   * Moves those customers' marks to that position unless they are beyond it; never fails. Completes
   * when Redis has done so, or when it is clear that it will not, and the marks are owed.
   *
   * @param known the memory that was known before the position was asked for
   */
  public CompletableFuture<Raised> raise(
      Memory known, Collection<String> customers, Remembered.Mark mark) {
    if (redis.isDown()) {
      return CompletableFuture.completedFuture(owe(customers, mark));
    }
    return redis
        .insist(RAISE, keys(customers), arguments(known, mark))
        .thenApply(answer -> raised(known, answer))
        .exceptionally(_ -> owe(customers, mark));
  }

  /** Looks whether Redis answers, and with which memory. */
  public void look() {
    var known = memory;
    var nothing = new Remembered.Mark(Position.NOWHERE, Instant.EPOCH);
    long begun = vigil.begin();
    var _ =
        redis
            .look(RAISE, keys(List.of()), arguments(known, nothing))
            .thenAccept(answer -> {
              vigil.looked(begun);
              raised(known, answer);
            })
            .whenComplete((_, failure) -> {
              if (failure != null) {
                pace.wanted(); // others owe something now: whoever looks often is soon believed
              }
            });
  }

  /** How often to {@link #look}. */
  WatchPace pace() {
    return pace;
  }

  /** From now on, that is run each time something begins to be owed; it returns at once. */
  public void whenOwing(Runnable listener) {
    whenOwing = listener;
  }

  /** Whether Redis was not told of somebody. */
  public boolean owes() {
    return !owed.isEmpty();
  }

  /**
   * Writes some of what is owed, if Redis answers.
   *
   * @param now a position that was asked for after all that is owed, and after the memory was known
   */
  public void pay(Memory known, Position now) {
    var some = owed.entrySet().stream().limit(PAID_AT_ONCE).map(Map.Entry::copyOf).toList();
    var customers = some.stream().map(Map.Entry::getKey).toList();
    var wroteAt =
        some.stream()
            .map(it -> it.getValue().wroteAt())
            .max(Instant::compareTo)
            .orElse(Instant.EPOCH);
    var _ =
        redis
            .probe(RAISE, keys(customers), arguments(known, new Remembered.Mark(now, wroteAt)))
            .thenAccept(answer -> {
              if (raised(known, answer) == Raised.DONE) {
                some.forEach(it -> owed.remove(it.getKey(), it.getValue()));
              }
            });
  }

  /** Marks that Redis does not have yet. */
  int owed() {
    return owed.size();
  }

  private Raised raised(Memory known, Optional<Response> answer) {
    var actual = new Memory(answer.map(Response::toString).orElse(""));
    memory = actual;
    return actual.equals(known) ? Raised.DONE : Raised.FORGOTTEN;
  }

  private List<String> keys(Collection<String> customers) {
    var memoryKey = "reads:v1:" + service + ":memory";
    return Stream.concat(Stream.of(memoryKey), customers.stream().distinct().map(this::key))
        .toList();
  }

  private String key(String customer) {
    return "reads:v1:" + service + ":mark:" + customer;
  }

  private List<String> arguments(Memory known, Remembered.Mark mark) {
    return List.of(
        mark.position().hex(),
        Long.toString(mark.wroteAt().toEpochMilli()),
        Long.toString(LIFE.toMillis()),
        known.id(),
        ids.get().toString());
  }

  private Raised owe(Collection<String> customers, Remembered.Mark mark) {
    customers.forEach(customer -> owe(customer, mark));
    whenOwing.run();
    return Raised.OWED;
  }

  private void owe(String customer, Remembered.Mark mark) {
    if (owed.size() < MOST_OWED || owed.containsKey(customer)) {
      owed.merge(customer, mark, Marks::later);
    }
  }

  private Remembered believed(String customer, Optional<String> stored) {
    return vigil.isUnbroken() ? with(owed.get(customer), stored) : new Remembered.Away();
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
