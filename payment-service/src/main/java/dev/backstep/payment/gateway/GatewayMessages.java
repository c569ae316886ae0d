package dev.backstep.payment.gateway;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.backstep.contracts.value.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The gateway's JSON. */
final class GatewayMessages {
  private GatewayMessages() {}

  /** The token shows nowhere but on the wire. */
  record ChargeBody(UUID orderId, Money amount, String paymentToken) {
    @Override
    public String toString() {
      return "ChargeBody[" + orderId + "]";
    }
  }

  record RefundBody(UUID orderId, String chargeId, Money amount) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record AnswerBody(@Nullable String chargeId, @Nullable String refundId, @Nullable String code) {}
}
