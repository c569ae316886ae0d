package dev.backstep.gateway;

import java.util.Objects;
import java.util.UUID;

/** The body of {@code POST /refunds}. */
record RefundRequest(UUID orderId, String chargeId, Amount amount) {
  RefundRequest {
    Objects.requireNonNull(orderId, "orderId is missing");
    Objects.requireNonNull(chargeId, "chargeId is missing");
    Objects.requireNonNull(amount, "amount is missing");
  }

  String fingerprint() {
    return Fingerprint.of("refund", orderId, amount, chargeId);
  }
}
