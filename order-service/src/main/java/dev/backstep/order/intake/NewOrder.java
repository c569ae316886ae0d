package dev.backstep.order.intake;

import dev.backstep.contracts.OrderEvent.OrderPlaced;
import dev.backstep.contracts.SagaRequest;
import dev.backstep.contracts.SagaRequest.CheckoutRequested;
import dev.backstep.contracts.SagaRequest.CheckoutRequestedInLra;
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
    var trace = wish.traceparent().value();
    var placed =
        new OrderPlaced(id, FIRST_VERSION, wish.customerId(), wish.request().items(), total());
    return List.of(Outgoing.request(checkout(), trace), Outgoing.event(placed, trace));
  }

  private SagaRequest checkout() {
    var request = wish.request();
    var checkout =
        new CheckoutRequested(
            sagaId,
            id,
            wish.customerId(),
            request.items(),
            total(),
            request.paymentToken(),
            request.shippingAddress());
    var joined = wish.joined();
    return joined == null ? checkout : new CheckoutRequestedInLra(checkout, joined.lra());
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
