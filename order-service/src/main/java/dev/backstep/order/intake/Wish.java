package dev.backstep.order.intake;

/** Who wants to order what, under which key. */
record Wish(String customerId, IdempotencyKey key, OrderRequest request, Traceparent traceparent) {}
