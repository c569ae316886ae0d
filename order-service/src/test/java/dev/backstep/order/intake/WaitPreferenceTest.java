package dev.backstep.order.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaitPreferenceTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wait=10|10",
        "WAIT=10|10",
        "wait = 10|10",
        "wait=\"10\"|10",
        "respond-async, wait=3|3",
        "respond-async; wait=3|3",
        "wait=0|0",
        "wait=31|30",
        "wait=999999999|30"
      })
  void waitsAsLongAsItIsAskedToAndNoLongerThanHalfAMinute(String header, int seconds) {
    assertThat(WaitPreference.parse(List.of(header))).contains(new WaitPreference(seconds));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "wait",
        "wait=",
        "wait=soon",
        "wait=-1",
        "wait=1.5",
        "await=5",
        "return=minimal"
      })
  void ignoresWhatItDoesNotUnderstand(String header) {
    assertThat(WaitPreference.parse(List.of(header))).isEmpty();
  }

  @Test
  void listensToTheFirstOfSeveral() {
    assertThat(WaitPreference.parse(List.of("return=minimal", "wait=2", "wait=9")))
        .contains(new WaitPreference(2));
  }

  @Test
  void saysHowLongItWouldWait() {
    assertThat(new WaitPreference(7).applied()).isEqualTo("wait=7");
  }
}
