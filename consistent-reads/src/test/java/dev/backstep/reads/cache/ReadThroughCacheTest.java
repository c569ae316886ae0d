package dev.backstep.reads.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.backstep.reads.Stack;
import dev.backstep.reads.memory.RedisLink;
import dev.backstep.stack.layout.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Two instances of one cache on a real Redis; the database is a variable. */
class ReadThroughCacheTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Duration SHORT = Duration.ofMillis(300);

  private final RedisLink redis = Stack.redis();
  private final String name = "test-" + UUID.randomUUID();
  private final AtomicReference<String> database = new AtomicReference<>("old");
  private final AtomicInteger asked = new AtomicInteger();
  private final Counts counts = new Counts();

  private ReadThroughCache cache(CacheTimes times) {
    return new ReadThroughCache(redis, name, times, counts);
  }

  private static CacheTimes freshFor(Duration fresh) {
    return new CacheTimes(fresh, SHORT, Duration.ofMinutes(1));
  }

  private Optional<String> load() {
    asked.incrementAndGet();
    return Optional.ofNullable(database.get());
  }

  private String seen(ReadThroughCache cache) {
    return cache.get("k", this::load, this::load).orElse("nothing");
  }

  @Test
  void asksTheDatabaseOnceForManyReads() {
    var one = cache(CacheTimes.USUAL);
    var two = cache(CacheTimes.USUAL);
    for (int i = 0; i < 100; i++) {
      assertThat(seen(i % 2 == 0 ? one : two)).isEqualTo("old");
    }
    assertThat(asked).hasValue(1);
    assertThat(counts.hits).hasValue(99);
    assertThat(counts.misses).hasValue(1);
  }

  @Test
  void anExpiredHotKeyUnder5000ReadersOnTwoInstancesCostsOneRead() throws Exception {
    var one = cache(freshFor(Duration.ofSeconds(2)));
    var two = cache(freshFor(Duration.ofSeconds(2)));
    seen(one);
    asked.set(0);
    await().atMost(SOON).pollDelay(Duration.ofMillis(2_100)).until(() -> true);
    var start = new CountDownLatch(1);
    var readers = new ArrayList<Future<String>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 5_000; i++) {
        var cache = i % 2 == 0 ? one : two;
        readers.add(
            threads.submit(() -> {
              start.await();
              return seen(cache);
            }));
      }
      start.countDown();
    }
    for (var reader : readers) {
      assertThat(reader.get()).isEqualTo("old");
    }
    assertThat(asked).hasValue(1);
    assertThat(counts.prevented).hasPositiveValue();
  }

  @Test
  void aColdHotKeyCostsOneReadToo() throws Exception {
    var readers = new ArrayList<Future<String>>();
    var one = cache(CacheTimes.USUAL);
    var two = cache(CacheTimes.USUAL);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 1_000; i++) {
        var cache = i % 2 == 0 ? one : two;
        readers.add(threads.submit(() -> seen(cache)));
      }
    }
    for (var reader : readers) {
      assertThat(reader.get()).isEqualTo("old");
    }
    assertThat(asked).hasValue(1);
  }

  @Test
  void othersAreServedTheOldValueWhileOneRefreshes() throws Exception {
    var slow = cache(freshFor(Duration.ofMillis(1)));
    var other = cache(freshFor(Duration.ofMillis(1)));
    seen(slow);
    await().atMost(SOON).pollDelay(Duration.ofMillis(20)).until(() -> true);
    var loading = new CountDownLatch(1);
    var loaded = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var refresher =
          threads.submit(() ->
              slow.get(
                  "k",
                  () -> {
                    loading.countDown();
                    waitFor(loaded);
                    return Optional.of("new");
                  },
                  Optional::empty));
      waitFor(loading);
      assertThat(seen(other)).isEqualTo("old");
      loaded.countDown();
      assertThat(refresher.get()).contains("new");
    }
    assertThat(asked).as("the other did not ask").hasValue(1);
  }

  @Test
  void aLateFillCannotUndoAnInvalidation() throws Exception {
    var slow = cache(CacheTimes.USUAL);
    var loading = new CountDownLatch(1);
    var invalidated = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var refresher =
          threads.submit(() ->
              slow.get(
                  "k",
                  () -> {
                    var read = load();
                    loading.countDown();
                    waitFor(invalidated);
                    return read;
                  },
                  Optional::empty));
      waitFor(loading);
      database.set("new");
      slow.invalidate(List.of("k")).get();
      invalidated.countDown();
      assertThat(refresher.get()).contains("old");
    }
    assertThat(counts.fenced).hasValue(1);
    assertThat(seen(slow)).isEqualTo("new");
  }

  @Test
  void aRefresherWhoseLeaseIsOverWritesNothing() {
    var paused = cache(freshFor(Duration.ofMinutes(1)));
    var value =
        paused.get(
            "k",
            () -> {
              await().atMost(SOON).pollDelay(SHORT.multipliedBy(2)).until(() -> true);
              return Optional.of("late");
            },
            Optional::empty);
    assertThat(value).contains("late");
    assertThat(counts.fenced).hasValue(1);
    assertThat(seen(paused)).isEqualTo("old");
  }

  @Test
  void aRefresherWhoWasOvertakenWritesNothing() throws Exception {
    var paused = cache(freshFor(Duration.ofMinutes(1)));
    var other = cache(freshFor(Duration.ofMinutes(1)));
    var loading = new CountDownLatch(1);
    var overtaken = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var refresher =
          threads.submit(() ->
              paused.get(
                  "k",
                  () -> {
                    loading.countDown();
                    waitFor(overtaken);
                    return Optional.of("late");
                  },
                  Optional::empty));
      waitFor(loading);
      database.set("new");
      await().atMost(SOON).until(() -> seen(other).equals("new") && counts.fenced.get() == 0);
      await().atMost(SOON).pollDelay(SHORT.multipliedBy(2)).until(() -> seen(other).equals("new"));
      overtaken.countDown();
      refresher.get();
    }
    assertThat(counts.fenced).hasPositiveValue();
    assertThat(seen(other)).isEqualTo("new");
  }

  @Test
  void everyKeyEndsSomeTime() {
    seen(cache(CacheTimes.USUAL));
    var left = Stack.api().pttl("cache:v1:" + name + ":k").await().atMost(SOON).toLong();
    assertThat(left).isBetween(1L, CacheTimes.USUAL.life().toMillis());
  }

  @Test
  void withoutRedisItSaysSoWithinABoundedTime() {
    var cache = cache(CacheTimes.USUAL);
    seen(cache);
    Stack.servers().pause(Part.REDIS);
    try {
      long start = System.nanoTime();
      for (int i = 0; i < 100; i++) {
        assertThat(cache.get("k", this::load, () -> Optional.of("without"))).contains("without");
      }
      assertThat(asked).hasValue(1);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
    } finally {
      Stack.servers().resume(Part.REDIS);
    }
  }

  @Test
  void aDatabaseThatFailsFailsItsReadersAndNobodyElse() {
    var cache = cache(freshFor(Duration.ofMinutes(1)));
    assertThatThrownBy(() ->
            cache.get(
                "k",
                () -> {
                  throw new IllegalStateException("broken");
                },
                Optional::empty))
        .hasMessage("broken");
    await().atMost(SOON).until(() -> seen(cache).equals("old"));
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Counts implements CacheListener {
    final AtomicInteger hits = new AtomicInteger();
    final AtomicInteger misses = new AtomicInteger();
    final AtomicInteger prevented = new AtomicInteger();
    final AtomicInteger fenced = new AtomicInteger();

    @Override
    public void hit() {
      hits.incrementAndGet();
    }

    @Override
    public void miss() {
      misses.incrementAndGet();
    }

    @Override
    public void refreshed() {}

    @Override
    public void stampedePrevented() {
      prevented.incrementAndGet();
    }

    @Override
    public void fenced() {
      fenced.incrementAndGet();
    }
  }
}
