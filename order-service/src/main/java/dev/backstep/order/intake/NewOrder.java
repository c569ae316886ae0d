package dev.backstep.order.intake;

import dev.backstep.contracts.OrderEvent.OrderPlaced;
import dev.backstep.contracts.SagaRequest.CheckoutRequested;
import dev.backstep.contracts.value.Money;
import dev.backstep.messaging.outbox.Outgoing;
import dev.backstep.order.OrderStatus;
import dev.backstep.order.query.OrderView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An order about to be recorded. */
record NewOrder(UUID id, UUID sagaId, Wish wish, Quote.Priced quote, Instant at) {
  static final long FIRST_VERSION = 1;

  Money total() {
    return quote.total();
  }

  /** What leaves with it: the request to carry it through, and the news. */
  List<Outgoing> messages() {
    var request = wish.request();
    var customer = wish.customerId();
    var trace = wish.traceparent().value();
    return List.of(
        Outgoing.request(
            new CheckoutRequested(
                sagaId,
                id,
                customer,
                request.items(),
                total(),
                request.paymentToken(),
                request.shippingAddress()),
            trace),
        Outgoing.event(
            new OrderPlaced(id, FIRST_VERSION, customer, request.items(), total()), trace));
  }

  /** What the client is told. */
  OrderView view() {
    var items =
        quote.lines().stream()
            .map(each ->
                new OrderView.Item(
                    each.line().sku().value(), each.line().quantity(), each.unitPrice()))
            .toList();
    return new OrderView(
        id, sagaId, OrderStatus.PENDING, FIRST_VERSION, items, total(), at, at, null);
  }
}
