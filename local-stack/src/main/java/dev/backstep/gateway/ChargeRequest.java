package dev.backstep.gateway;

import java.util.Objects;
import java.util.UUID;

/** The body of {@code POST /charges}. */
record ChargeRequest(UUID orderId, Amount amount, String paymentToken) {
  ChargeRequest {
    Objects.requireNonNull(orderId, "orderId is missing");
    Objects.requireNonNull(amount, "amount is missing");
    Objects.requireNonNull(paymentToken, "paymentToken is missing");
  }

  String fingerprint() {
    return Fingerprint.of("charge", orderId, amount, paymentToken);
  }

  @Override
  public String toString() {
    return "ChargeRequest[" + orderId + ", " + amount + "]";
  }
}
