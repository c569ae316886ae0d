package dev.backstep.order.intake;

import dev.backstep.contracts.value.OrderLines;
import dev.backstep.contracts.value.PaymentToken;
import dev.backstep.contracts.value.ShippingAddress;

/** A checked wish to order. Two bodies that mean the same are equal here. */
record OrderRequest(OrderLines items, PaymentToken paymentToken, ShippingAddress shippingAddress) {}
