package dev.backstep.payment.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.contracts.value.RefusalCode;
import dev.backstep.payment.GatewayAnswer;
import dev.backstep.payment.GatewayAnswer.Charged;
import dev.backstep.payment.GatewayAnswer.Declined;
import dev.backstep.payment.GatewayAnswer.Refunded;
import dev.backstep.payment.GatewayAnswer.Silence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReaderTest {
  @Test
  void readsWhatClearlyHappened() {
    assertThat(AnswerReader.charge(200, "{\"chargeId\":\"ch_1\",\"status\":\"captured\"}"))
        .isEqualTo(new Charged("ch_1"));
    assertThat(AnswerReader.refund(200, "{\"refundId\":\"re_1\"}")).isEqualTo(new Refunded("re_1"));
  }

  @ParameterizedTest
  @CsvSource({
    "402,card_declined,PAYMENT_DECLINED",
    "402,insufficient_funds,INSUFFICIENT_FUNDS",
    "402,something_new,PAYMENT_DECLINED",
    "400,bad_request,NOT_POSSIBLE"
  })
  void readsARefusal(int status, String code, RefusalCode expected) {
    assertThat(refusal(AnswerReader.charge(status, "{\"code\":\"" + code + "\"}")))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404, 409, 422, 429, 500, 502, 503})
  void takesEveryOtherStatusForSilence(int status) {
    assertThat(AnswerReader.charge(status, "{\"chargeId\":\"ch_1\"}")).isInstanceOf(Silence.class);
    assertThat(AnswerReader.refund(status, "{\"refundId\":\"re_1\"}")).isInstanceOf(Silence.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "{}", "null", "[]", "{\"chargeId\":null}"})
  void takesASuccessThatNamesNothingForSilence(String body) {
    assertThat(AnswerReader.charge(200, body)).isInstanceOf(Silence.class);
    assertThat(AnswerReader.refund(200, body)).isInstanceOf(Silence.class);
  }

  private static RefusalCode refusal(GatewayAnswer answer) {
    return ((Declined) answer).refusal().code();
  }
}
