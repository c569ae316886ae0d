package dev.backstep.order.intake;

/** Who wants to order what, under which key. */
record Wish(Claim claim, OrderRequest request, Fingerprint fingerprint, Traceparent traceparent) {
  static Wish of(
      String customerId, IdempotencyKey key, OrderRequest request, Traceparent traceparent) {
    return new Wish(new Claim(customerId, key), request, Fingerprint.of(request), traceparent);
  }

  String customerId() {
    return claim.customerId();
  }

  /** What only one order can have: a customer's key. Keys of different customers never meet. */
  record Claim(String customerId, IdempotencyKey key) {}
}
