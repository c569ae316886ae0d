package dev.backstep.reads.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.backstep.reads.Stack;
import dev.backstep.stack.layout.Part;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What a late answer is, and what is not. */
class RedisLinkTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Duration OVERDUE = RedisLink.PATIENCE_IN_A_RUSH.multipliedBy(2);
  private static final String SCRIPT = "return 'here'";

  private final RedisLink redis = Stack.redis();

  @Test
  void anAnswerThatThisProcessIsLateToReadIsNotLate() {
    var room = keepAllThreadsBusy();
    try {
      var answer = redis.runInARush(SCRIPT, List.of(), List.of());
      await().atMost(SOON).pollDelay(OVERDUE).until(() -> true);
      assertThat(answer).isNotDone();
      room.countDown();
      assertThat(answer.join()).hasValueSatisfying(it -> assertThat(it).hasToString("here"));
      assertThat(redis.isAway()).isFalse();
    } finally {
      room.countDown();
    }
  }

  @Test
  void aFrozenRedisIsAwayAfterItsTime() {
    Stack.servers().pause(Part.REDIS);
    try {
      var answer = redis.runInARush(SCRIPT, List.of(), List.of());
      assertThatThrownBy(answer::join).isInstanceOf(CompletionException.class);
      assertThat(redis.isAway()).isTrue();
    } finally {
      Stack.servers().resume(Part.REDIS);
    }
  }

  @Test
  void aLateAnswerToALookIsAFailureAndAnAnswerAllTheSame() {
    var room = keepAllThreadsBusy();
    try {
      var answer = redis.look(SCRIPT, List.of(), List.of());
      await().atMost(SOON).until(redis::isAway);
      assertThat(answer).isNotDone();
      room.countDown();
      assertThat(answer.join()).hasValueSatisfying(it -> assertThat(it).hasToString("here"));
    } finally {
      room.countDown();
    }
  }

  private static CountDownLatch keepAllThreadsBusy() {
    var room = new CountDownLatch(1);
    Stack.threads().forEach(thread -> thread.execute(() -> waitFor(room)));
    return room;
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
