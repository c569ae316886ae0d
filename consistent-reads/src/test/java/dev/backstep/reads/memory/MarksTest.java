package dev.backstep.reads.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.backstep.reads.Stack;
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

  private Remembered remembered() {
    return marks.of(customer).join();
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
            lsns.stream()
                .map(lsn -> marks.raise(List.of(customer), mark(lsn)))
                .toArray(CompletableFuture<?>[]::new))
        .join();
    assertThat(remembered()).isEqualTo(mark(200));
    marks.raise(List.of(customer), mark(7)).join();
    assertThat(remembered()).isEqualTo(mark(200));
  }

  @Test
  void aNewTimelineWinsOverALongerOldLog() {
    marks.raise(List.of(customer), mark(200)).join();
    var next = new Mark(new Position(2, 3), Instant.ofEpochMilli(300));
    marks.raise(List.of(customer), next).join();
    assertThat(remembered()).isEqualTo(next);
  }

  @Test
  void aReadThatLeavesAMarkIsNoWrite() {
    marks.raise(List.of(customer), mark(5)).join();
    marks.raise(List.of(customer), new Mark(new Position(1, 9), Instant.EPOCH)).join();
    assertThat(remembered()).isEqualTo(new Mark(new Position(1, 9), Instant.ofEpochMilli(5)));
  }

  @Test
  void lastsFiveMinutes() {
    marks.raise(List.of(customer), mark(5)).join();
    var left = Stack.api().pttl("reads:v1:test:mark:" + customer).await().atMost(SOON).toLong();
    assertThat(left).isBetween(290_000L, Marks.LIFE.toMillis());
  }

  @Test
  void whileRedisIsFrozenNobodyWaitsLongAndWhatItMissedIsPaidLater() {
    marks.raise(List.of(customer), mark(5)).join();
    Stack.servers().pause(Part.REDIS);
    try {
      long start = System.nanoTime();
      marks.raise(List.of(customer), mark(6)).join();
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
          marks.payOwed();
          return marks.owed() == 0;
        });
    await().atMost(SOON).untilAsserted(() -> assertThat(remembered()).isEqualTo(mark(6)));
  }

  @Test
  void aRedisThatLostItsMemoryKnowsNothing() {
    marks.raise(List.of(customer), mark(5)).join();
    var _ = Stack.api().flushall(List.of()).await().atMost(SOON);
    assertThat(remembered()).isEqualTo(new Remembered.Nothing());
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
