package dev.backstep.e2e.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.e2e.audit.History.Answer;
import dev.backstep.e2e.audit.History.Request;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TakingsTest {
  private static final Request REQUEST = new Request("a", "key", new Answer.Unknown());

  private static Purchase after(int millis, Ending ending) {
    return new Purchase(Kind.OK, REQUEST, ending, Duration.ofMillis(millis));
  }

  private static Takings of(int asked, List<Purchase> purchases) {
    return new Takings(asked, purchases, Duration.ofSeconds(1));
  }

  @Test
  void ranksTheTimesOfFinalOrders() {
    var hundred =
        IntStream.rangeClosed(1, 100).mapToObj(ms -> after(ms, new Ending.Confirmed())).toList();
    assertThat(of(100, hundred).percentile(50)).isEqualTo(Duration.ofMillis(50));
    assertThat(of(100, hundred).percentile(99)).isEqualTo(Duration.ofMillis(99));
    assertThat(of(0, List.of()).percentile(99)).isZero();
  }

  @Test
  void isIncompleteWhenAnOrderHasNoEnding() {
    var confirmed = after(1, new Ending.Confirmed());
    assertThat(of(1, List.of(confirmed)).areComplete()).isTrue();
    assertThat(of(2, List.of(confirmed)).areComplete()).isFalse();
    assertThat(of(1, List.of(after(1, new Ending.Unknown("still pending")))).areComplete())
        .isFalse();
  }

  @Test
  void reportsWhatWasNotExpected() {
    var report = Report.of(of(1, List.of(after(1, new Ending.TurnedDown("TIMED_OUT")))));
    assertThat(report)
        .contains("TIMED_OUT (expected CONFIRMED)")
        .contains("1 of 1 orders final, 0 as expected");
  }
}
