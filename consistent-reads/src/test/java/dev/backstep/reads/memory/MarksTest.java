package dev.backstep.reads.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.backstep.reads.Stack;
import dev.backstep.reads.memory.Marks.Raised;
import dev.backstep.reads.pace.WatchPace;
import dev.backstep.reads.position.Position;
import dev.backstep.reads.routing.Remembered;
import dev.backstep.reads.routing.Remembered.Mark;
import dev.backstep.stack.layout.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MarksTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  private final String customer = "c" + UUID.randomUUID();
  private Marks marks = Stack.marks(Stack.redis());

  @BeforeEach
  void useAFreshLink() {
    marks = Stack.marks(Stack.redis());
  }

  private static Mark mark(long lsn) {
    return new Mark(new Position(1, lsn), Instant.ofEpochMilli(lsn));
  }

  /** As a service does: the memory, then the position; once more when Redis had forgotten. */
  private CompletableFuture<Raised> raise(Mark mark) {
    return marks
        .raise(marks.memory(), List.of(customer), mark)
        .thenCompose(raised ->
            raised == Raised.FORGOTTEN
                ? marks.raise(marks.memory(), List.of(customer), mark)
                : CompletableFuture.completedFuture(raised));
  }

  private Remembered remembered() {
    return marks.of(customer).join();
  }

  @Test
  void redisIsLookedAtOftenOnlyWhileSomebodyReads() {
    raise(mark(5)).join();
    marks.look();
    assertThat(marks.pace().next()).isEqualTo(WatchPace.REST);
    assertThat(remembered()).isEqualTo(mark(5));
    assertThat(marks.pace().next()).isEqualTo(RedisLink.BETWEEN_LOOKS);
  }

  @Test
  void aRedisInTroubleIsLookedAtOften() {
    Stack.servers().kill(Part.REDIS);
    marks.look();
    await().atMost(SOON).until(() -> marks.pace().next().equals(RedisLink.BETWEEN_LOOKS));
    Stack.servers().start(Part.REDIS);
  }

  @Test
  void whoReadsAfterARestBelievesRedisAgainWhenItWasLookedAtForAWhile() {
    var clock = new AtomicLong();
    marks = Stack.marks(Stack.redis(), clock::get);
    raise(mark(5)).join();
    clock.addAndGet(WatchPace.REST.toNanos());
    assertThat(remembered()).isEqualTo(new Remembered.Away());
    await()
        .atMost(SOON)
        .untilAsserted(() -> {
          clock.addAndGet(RedisLink.BETWEEN_LOOKS.toNanos());
          marks.look();
          assertThat(remembered()).isEqualTo(mark(5));
        });
    assertThat(clock.get()).isGreaterThan(WatchPace.REST.plus(RedisLink.DISTRUST).toNanos());
  }

  @Test
  void nobodyKnowsAStranger() {
    assertThat(remembered()).isEqualTo(new Remembered.Nothing());
  }

  @Test
  void onlyMovesForwardInWhateverOrderWritersCome() {
    var lsns = new ArrayList<>(LongStream.rangeClosed(1, 200).boxed().toList());
    Collections.shuffle(lsns, new Random(5));
    CompletableFuture.allOf(
            lsns.stream().map(lsn -> raise(mark(lsn))).toArray(CompletableFuture<?>[]::new))
        .join();
    assertThat(remembered()).isEqualTo(mark(200));
    raise(mark(7)).join();
    assertThat(remembered()).isEqualTo(mark(200));
  }

  @Test
  void aNewTimelineWinsOverALongerOldLog() {
    raise(mark(200)).join();
    var next = new Mark(new Position(2, 3), Instant.ofEpochMilli(300));
    raise(next).join();
    assertThat(remembered()).isEqualTo(next);
  }

  @Test
  void aReadThatLeavesAMarkIsNoWrite() {
    raise(mark(5)).join();
    raise(new Mark(new Position(1, 9), Instant.EPOCH)).join();
    assertThat(remembered()).isEqualTo(new Mark(new Position(1, 9), Instant.ofEpochMilli(5)));
  }

  @Test
  void lastsFiveMinutes() {
    raise(mark(5)).join();
    var left = Stack.api().pttl("reads:v1:test:mark:" + customer).await().atMost(SOON).toLong();
    assertThat(left).isBetween(290_000L, Marks.LIFE.toMillis());
  }

  @Test
  void oneLateAnswerSendsNobodyElseToThePrimary() {
    raise(mark(5)).join();
    Stack.servers().pause(Part.REDIS);
    try {
      assertThat(remembered()).isEqualTo(new Remembered.Away());
    } finally {
      Stack.servers().resume(Part.REDIS);
    }
    await()
        .atMost(RedisLink.DISTRUST.dividedBy(2))
        .untilAsserted(() -> assertThat(remembered()).isEqualTo(mark(5)));
  }

  @Test
  void whileRedisIsFrozenNobodyWaitsLongAndWhatItMissedIsPaidLater() {
    marks = Stack.marks(Stack.redis(), System::nanoTime);
    raise(mark(5)).join();
    Stack.servers().pause(Part.REDIS);
    try {
      long start = System.nanoTime();
      raise(mark(6)).join();
      for (int i = 0; i < 100; i++) {
        assertThat(remembered()).isEqualTo(new Remembered.Away());
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(1_500));
      assertThat(marks.owed()).isEqualTo(1);
    } finally {
      Stack.servers().resume(Part.REDIS);
    }
    await()
        .atMost(SOON)
        .until(() -> {
          marks.look();
          marks.pay(marks.memory(), mark(6).position());
          return marks.owed() == 0;
        });
    await()
        .atMost(SOON)
        .untilAsserted(() -> {
          marks.look();
          assertThat(remembered()).isEqualTo(mark(6));
        });
  }

  @Test
  void aRedisThatLostItsMemoryKnowsNothing() {
    raise(mark(5)).join();
    var _ = Stack.api().flushall(List.of()).await().atMost(SOON);
    assertThat(remembered()).isEqualTo(new Remembered.Nothing());
  }

  @Test
  void whoComesLateToARedisThatLostItsMemoryLeavesNoMarkBelowALostOne() {
    raise(mark(5)).join();
    var before = marks.memory();
    raise(mark(100)).join();
    var _ = Stack.api().flushall(List.of()).await().atMost(SOON);
    assertThat(marks.raise(before, List.of(customer), mark(50)).join()).isEqualTo(Raised.FORGOTTEN);
    assertThat(remembered()).isEqualTo(new Remembered.Nothing());
    assertThat(marks.raise(before, List.of(customer), mark(50)).join()).isEqualTo(Raised.FORGOTTEN);
    assertThat(marks.raise(marks.memory(), List.of(customer), mark(100)).join())
        .isEqualTo(Raised.DONE);
    assertThat(remembered()).isEqualTo(mark(100));
  }

  @Test
  void aWriteGetsThroughToARedisThatIsBackInAMoment() {
    raise(mark(5)).join();
    Stack.servers().kill(Part.REDIS);
    var raised = raise(mark(6));
    assertThat(raised).isNotDone();
    assertThat(raised.join()).isEqualTo(Raised.OWED);
    Stack.servers().start(Part.REDIS);
    await()
        .atMost(SOON)
        .until(() -> {
          marks.look();
          return raise(mark(7)).join() == Raised.DONE;
        });
    await().atMost(SOON).untilAsserted(() -> assertThat(remembered()).isEqualTo(mark(7)));
  }

  @Test
  void aRedisThatDiedIsUsedAgainWhenItIsBack() {
    Stack.servers().kill(Part.REDIS);
    assertThat(remembered()).isEqualTo(new Remembered.Away());
    Stack.servers().start(Part.REDIS);
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(remembered()).isNotEqualTo(new Remembered.Away()));
  }
}
