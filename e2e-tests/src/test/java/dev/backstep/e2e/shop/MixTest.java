package dev.backstep.e2e.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MixTest {
  @Test
  void dealsTheProportionItWasAskedFor() {
    var dealt = Mix.parse("declined=5, out-of-stock=3").deal(1_000, new Random(1));
    assertThat(dealt).hasSize(1_000);
    assertThat(Collections.frequency(dealt, Kind.DECLINED)).isEqualTo(50);
    assertThat(Collections.frequency(dealt, Kind.OUT_OF_STOCK)).isEqualTo(30);
    assertThat(Collections.frequency(dealt, Kind.OK)).isEqualTo(920);
  }

  @Test
  void dealsOrdinaryOrdersUnlessAsked() {
    assertThat(Mix.parse("").deal(3, new Random(1))).containsOnly(Kind.OK);
  }

  @Test
  void neverDealsMoreThanThereAreOrders() {
    var dealt = Mix.parse("declined=50,slow=50").deal(1, new Random(1));
    assertThat(dealt).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"declined", "declined=x", "ok=5", "unknown=5", "declined=60,slow=60", "slow=-1"})
  void refusesWhatIsNoMix(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Mix.parse(text));
  }
}
