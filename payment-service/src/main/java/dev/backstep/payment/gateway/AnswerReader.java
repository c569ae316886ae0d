package dev.backstep.payment.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.backstep.contracts.value.Refusal;
import dev.backstep.contracts.value.RefusalCode;
import dev.backstep.payment.GatewayAnswer;
import dev.backstep.payment.GatewayAnswer.Charged;
import dev.backstep.payment.GatewayAnswer.Declined;
import dev.backstep.payment.GatewayAnswer.Refunded;
import dev.backstep.payment.GatewayAnswer.Silence;
import dev.backstep.payment.gateway.GatewayMessages.AnswerBody;
import org.jspecify.annotations.Nullable;

/** What a response means. Whatever does not clearly say what happened is silence. */
final class AnswerReader {
  private static final AnswerBody NOTHING = new AnswerBody(null, null, null);
  private static final JsonMapper JSON = new JsonMapper();

  private AnswerReader() {}

  static GatewayAnswer charge(int status, String body) {
    return switch (status) {
      case 200 -> charged(read(body).chargeId());
      case 402 -> new Declined(refusal(read(body).code()));
      // It refused to look at the request, so it charged nothing.
      case 400 ->
          new Declined(
              new Refusal(
                  RefusalCode.NOT_POSSIBLE, "the payment gateway does not take this payment"));
      default -> unclear(status);
    };
  }

  static GatewayAnswer refund(int status, String body) {
    return status == 200 ? refunded(read(body).refundId()) : unclear(status);
  }

  private static GatewayAnswer charged(@Nullable String chargeId) {
    return chargeId == null ? unclear(200) : new Charged(chargeId);
  }

  private static GatewayAnswer refunded(@Nullable String refundId) {
    return refundId == null ? unclear(200) : new Refunded(refundId);
  }

  private static Refusal refusal(@Nullable String code) {
    return "insufficient_funds".equals(code)
        ? new Refusal(RefusalCode.INSUFFICIENT_FUNDS, "the card has not enough money")
        : new Refusal(RefusalCode.PAYMENT_DECLINED, "the card was declined");
  }

  private static Silence unclear(int status) {
    return new Silence("the gateway answered " + status);
  }

  private static AnswerBody read(String body) {
    try {
      @Nullable AnswerBody read = JSON.readValue(body, AnswerBody.class);
      return read == null ? NOTHING : read;
    } catch (JsonProcessingException _) {
      return NOTHING;
    }
  }
}
