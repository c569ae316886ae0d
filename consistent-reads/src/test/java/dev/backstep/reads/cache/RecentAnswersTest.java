package dev.backstep.reads.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RecentAnswersTest {
  private static final Duration INSTANT = Duration.ofNanos(1);
  private static final Duration TENTH = RecentAnswers.GOOD;

  private final AtomicLong clock = new AtomicLong();
  private final AtomicInteger shared = new AtomicInteger();
  private final RecentAnswers<String> answers =
      new RecentAnswers<>(clock::get, shared::incrementAndGet);
  private final List<String> asked = new ArrayList<>();

  private void pass(Duration time) {
    clock.addAndGet(time.toNanos());
  }

  private Optional<String> cache(String text) {
    asked.add(text);
    return Optional.of(text);
  }

  private Optional<String> seen(String inCache) {
    return answers.get("k", () -> cache(inCache), () -> cache("database"));
  }

  private Optional<String> seenWithoutCache() {
    return answers.get("k", Optional::empty, () -> cache("database"));
  }

  @Test
  void anAnswerIsGoodForAMomentForWhoeverAsks() {
    assertThat(seen("one")).contains("one");
    pass(TENTH.minus(INSTANT));
    assertThat(seen("two")).contains("one");
    assertThat(shared).hasValue(1);
    pass(INSTANT);
    assertThat(seen("three")).contains("three");
    assertThat(asked).containsExactly("one", "three");
  }

  @Test
  void withoutTheCacheTheLastAnswerIsUsableForASecondAndThenTheDatabaseIsAsked() {
    seen("one");
    pass(RecentAnswers.USABLE.minus(INSTANT));
    assertThat(seenWithoutCache()).contains("one");
    pass(INSTANT);
    assertThat(seenWithoutCache()).contains("database");
    pass(RecentAnswers.USABLE.minus(INSTANT));
    assertThat(seenWithoutCache()).as("for a second, too").contains("database");
    assertThat(asked).containsExactly("one", "database");
  }

  @Test
  void anAnswerThatWasSlowToArriveIsOldAtOnce() {
    var slow =
        answers.get(
            "k",
            () -> {
              pass(RecentAnswers.USABLE);
              return Optional.of("slow");
            },
            Optional::empty);
    assertThat(slow).contains("slow");
    assertThat(seenWithoutCache()).contains("database");
  }

  @Test
  void whatTheSourceHasNotIsAskedForAgain() {
    assertThat(answers.get("k", Optional::empty, Optional::empty)).isEmpty();
    assertThat(seenWithoutCache()).contains("database");
  }

  @Test
  void whileOneLooksTheOthersAreServedTheOldAnswerAndWaitForNobody() throws Exception {
    seen("old");
    pass(TENTH);
    var looking = new CountDownLatch(1);
    var over = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var looker =
          threads.submit(() -> answers.get("k", () -> slow(looking, over), Optional::empty));
      looking.await();
      for (int i = 0; i < 5_000; i++) {
        assertThat(seen("nobody asks")).contains("old");
      }
      over.countDown();
      assertThat(looker.get()).contains("new");
    }
    assertThat(seen("nobody asks")).contains("new");
    assertThat(asked).containsExactly("old");
  }

  @Test
  void whatIsTooOldIsServedToNobodyEvenWhileOneLooks() throws Exception {
    seen("old");
    pass(RecentAnswers.USABLE);
    var looking = new CountDownLatch(1);
    var over = new CountDownLatch(1);
    var readers = new ArrayList<Future<Optional<String>>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      readers.add(
          threads.submit(() -> answers.get("k", () -> slow(looking, over), Optional::empty)));
      looking.await();
      readers.add(threads.submit(() -> seen("another")));
      over.countDown();
    }
    for (var reader : readers) {
      assertThat(reader.get()).hasValueSatisfying(it -> assertThat(it).isNotEqualTo("old"));
    }
  }

  private static Optional<String> slow(CountDownLatch looking, CountDownLatch over) {
    looking.countDown();
    try {
      over.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return Optional.of("new");
  }

  @Test
  void aFailureIsNoAnswer() {
    assertThatThrownBy(() ->
            answers.get(
                "k",
                Optional::empty,
                () -> {
                  throw new IllegalStateException("broken");
                }))
        .hasMessage("broken");
    assertThat(seenWithoutCache()).contains("database");
  }

  @Test
  void doesNotRememberWithoutEnd() {
    for (int i = 0; i <= RecentAnswers.MOST; i++) {
      answers.get("old-" + i, () -> cache("old"), Optional::empty);
    }
    pass(RecentAnswers.USABLE);
    seen("new");
    assertThat(answers.remembered()).isEqualTo(1);
  }
}
