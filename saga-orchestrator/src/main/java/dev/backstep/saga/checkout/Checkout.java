package dev.backstep.saga.checkout;

import dev.backstep.contracts.SagaRequest.CheckoutRequested;
import dev.backstep.contracts.value.Money;
import dev.backstep.contracts.value.OrderLines;
import dev.backstep.contracts.value.PaymentToken;
import dev.backstep.contracts.value.ShippingAddress;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a checkout knows, frozen when it starts. Holds personal data and a payment token: it is
 * stored to build commands from, and never shown.
 *
 * @param lra the long running action that it is a part of; null for most
 */
public record Checkout(
    UUID orderId,
    String customerId,
    OrderLines lines,
    Money total,
    PaymentToken paymentToken,
    ShippingAddress address,
    @Nullable String lra) {
  /** What a request carries. */
  public static Checkout of(CheckoutRequested request) {
    return new Checkout(
        request.orderId(),
        request.customerId(),
        request.lines(),
        request.total(),
        request.paymentToken(),
        request.address(),
        null);
  }

  /** The same of one that has joined a long running action. */
  public Checkout in(String joined) {
    return new Checkout(orderId, customerId, lines, total, paymentToken, address, joined);
  }
}
