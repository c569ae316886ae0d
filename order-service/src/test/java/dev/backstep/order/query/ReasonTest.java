package dev.backstep.order.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.contracts.value.Refusal;
import dev.backstep.contracts.value.RefusalCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReasonTest {
  @ParameterizedTest
  @EnumSource
  void isAWholeSentence(RefusalCode code) {
    assertThat(Reason.of(new Refusal(code, "")).message()).matches("[A-Z].*[^.:]\\.");
    assertThat(Reason.of(new Refusal(code, "")).code()).isEqualTo(code);
  }

  @Test
  void namesTheProductThatIsMissing() {
    assertThat(
            Reason.of(new Refusal(RefusalCode.OUT_OF_STOCK, "CUP: 2 ordered, 1 available"))
                .message())
        .isEqualTo("There is not enough stock: CUP: 2 ordered, 1 available.");
  }

  @ParameterizedTest
  @EnumSource(
      value = RefusalCode.class,
      names = {"PAYMENT_DECLINED", "INSUFFICIENT_FUNDS", "TIMED_OUT", "NOT_POSSIBLE"})
  void repeatsNothingThatIsMeantForOperators(RefusalCode code) {
    assertThat(Reason.of(new Refusal(code, "gateway code 4711")).message()).doesNotContain("4711");
  }
}
