package dev.backstep.order.intake;

import dev.backstep.order.lra.Joined;
import org.jspecify.annotations.Nullable;

/**
 * Who wants to order what, under which key.
 *
 * @param joined the long running action that it is part of; null for most
 */
record Wish(
    Claim claim,
    OrderRequest request,
    Fingerprint fingerprint,
    Traceparent traceparent,
    @Nullable Joined joined) {
  static Wish of(
      String customerId, IdempotencyKey key, OrderRequest request, Traceparent traceparent) {
    return new Wish(
        new Claim(customerId, key), request, Fingerprint.of(request), traceparent, null);
  }

  /** The same as a part of that: under one key, another LRA would be another wish. */
  Wish partOf(Joined other) {
    return new Wish(claim, request, Fingerprint.of(request, other.lra()), traceparent, other);
  }

  String customerId() {
    return claim.customerId();
  }

  /** What only one order can have: a customer's key. Keys of different customers never meet. */
  record Claim(String customerId, IdempotencyKey key) {}
}
