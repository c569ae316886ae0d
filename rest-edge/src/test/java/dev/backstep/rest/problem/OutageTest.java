package dev.backstep.rest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OutageTest {
  private final List<String> words = new ArrayList<>();
  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);
  private final Outage outage = new Outage(clock::get, words::add);
  private final long arrived = outage.now();

  @Test
  void whoWaitsLongIsServedWhileTheDatabaseAnswers() {
    pass(Outage.PATIENCE.multipliedBy(10));
    assertThat(outage.isHopeless(arrived)).isFalse();
  }

  @Test
  void whoWaitedIsToldAtOnceWhenItFailedSomebodyElse() {
    pass(Outage.PATIENCE.plusNanos(1));
    outage.noted("gone");
    assertThat(outage.isHopeless(arrived)).isTrue();
  }

  @Test
  void whoJustCameTriesTheDatabase() {
    outage.noted("gone");
    pass(Outage.PATIENCE.minusNanos(1));
    assertThat(outage.isHopeless(arrived)).isFalse();
  }

  @Test
  void servesEverybodyAgainSoonAfterTheLastFailure() {
    outage.noted("gone");
    pass(Outage.PATIENCE.plus(Outage.RECENT));
    assertThat(outage.isHopeless(arrived)).isFalse();
  }

  @Test
  void saysOnceThatAnOutageHasBegunAndNowAndThenThatItLasts() {
    outage.noted("gone");
    outage.noted("gone");
    pass(Outage.BETWEEN_WORDS.minusNanos(1));
    outage.noted("gone");
    assertThat(words).hasSize(1).first().asString().endsWith("the database is away: gone");
    pass(Duration.ofNanos(1));
    outage.noted("still gone");
    assertThat(words).hasSize(2);
  }

  private void pass(Duration time) {
    clock.addAndGet(time.toNanos());
  }
}
