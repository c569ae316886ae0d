package dev.backstep.e2e.trace;

import static dev.backstep.e2e.Order.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.backstep.e2e.Backstep;
import dev.backstep.e2e.Placed;
import dev.backstep.e2e.Product;
import dev.backstep.stack.layout.Topology;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TraceTest {
  private static final String CLIENTS_SPAN = "00f067aa0ba902b7";

  // From the request to the confirmation, and what comes after it: who did what, in that order.
  private static final List<String> WAY =
      List.of(
          "order-service: POST /orders",
          "order-service: publish checkout.requests",
          "saga-orchestrator: take checkout.requests",
          "saga-orchestrator: publish inventory.commands",
          "inventory-service: take inventory.commands",
          "inventory-service: publish saga.replies",
          "saga-orchestrator: take saga.replies",
          "saga-orchestrator: publish payment.commands",
          "payment-service: take payment.commands",
          "payment-service: ask gateway: charge",
          "payment-service: publish saga.replies",
          "saga-orchestrator: publish shipping.commands",
          "order-service: take shipping.commands",
          "order-service: publish saga.replies",
          "saga-orchestrator: publish order.commands",
          "order-service: take order.commands",
          "order-service: publish order.events");

  private final String trace =
      HexFormat.of().toHexDigits(UUID.randomUUID().getLeastSignificantBits()).repeat(2);
  private final Product lamp = Product.onSale(39_90, 10);

  @Test
  void leadsFromTheRequestToTheConfirmationThroughEveryProcess() throws IOException {
    try (var listener = new Listener(port())) {
      var order = placed("01");
      assertThat(order.whenFinal().getString("status")).isEqualTo("CONFIRMED");
      await()
          .atMost(Backstep.SOON)
          .untilAsserted(
              () -> assertThat(listener.of(trace)).extracting(Told::line).containsAll(WAY));
      assertThat(order.sagaWhenFinal().json().getString("traceId")).isEqualTo(trace);
      assertThat(listener.of(trace))
          .filteredOn(span -> span.parent().equals(CLIENTS_SPAN))
          .singleElement()
          .extracting(Told::line)
          .isEqualTo(WAY.getFirst());
    }
  }

  @Test
  void saysNothingOfAnOrderThatNobodyAskedToFollow() throws IOException {
    try (var listener = new Listener(port())) {
      assertThat(placed("00").whenFinal().getString("status")).isEqualTo("CONFIRMED");
      assertThat(listener.of(trace)).isEmpty();
    }
  }

  private Placed placed(String flags) {
    return anOrder().of(lamp, 1).placeIn("00-%s-%s-%s".formatted(trace, CLIENTS_SPAN, flags));
  }

  private static int port() {
    return Topology.portOfTraces(Backstep.stack().processes().layout().settings().portBase());
  }
}
