package dev.backstep.saga.runner;

import static dev.backstep.saga.testing.Api.awaitSaga;
import static dev.backstep.saga.testing.Api.awaitState;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.contracts.Headers;
import dev.backstep.contracts.Reply;
import dev.backstep.contracts.SagaRequest;
import dev.backstep.contracts.Topics;
import dev.backstep.contracts.value.RefusalCode;
import dev.backstep.messaging.outbox.Outgoing;
import dev.backstep.messaging.testing.Broker;
import dev.backstep.messaging.wire.Received;
import dev.backstep.saga.testing.Order;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CheckoutFlowTest {
  private final Order order = Order.fresh();

  @Test
  void carriesAnOrderThroughEveryStep() {
    Broker.send(order.requested());
    for (var step : List.of("stock", "payment", "shipment", "confirmation", "settlement")) {
      Broker.send(answerTo(step));
    }
    var saga = awaitState(order.saga(), "COMPLETED");
    assertThat(saga.getList("steps.state", String.class)).containsOnly("DONE");
    assertThat(saga.getList("log.event", String.class))
        .containsExactly("started", "replied", "replied", "replied", "replied", "replied");
    assertThat(saga.getLong("version")).isEqualTo(6);
    assertThat(events()).containsExactly("backstep.saga.started.v1", "backstep.saga.completed.v1");
  }

  @Test
  void undoesInReverseWhenTheShipmentIsRefused() {
    Broker.send(order.requested());
    Broker.send(answerTo("stock"));
    Broker.send(answerTo("payment"));
    awaitDoing("shipment");
    Broker.send(order.refused("shipment", RefusalCode.ADDRESS_NOT_SERVICEABLE));
    for (var step : List.of("payment", "stock", "order")) {
      awaitStep(step, "UNDOING");
      Broker.send(order.undone(step));
    }
    var saga = awaitState(order.saga(), "COMPENSATED");
    assertThat(saga.getString("reason")).isEqualTo("The test says no.");
    assertThat(saga.getList("steps.state", String.class))
        .containsExactly("UNDONE", "UNDONE", "UNDONE", "REFUSED", "PENDING", "PENDING");
    assertThat(command(Topics.ORDER_COMMANDS, order.undo("order").toString()))
        .contains("ADDRESS_NOT_SERVICEABLE", "The test says no.");
  }

  @Test
  void undoesACompleteCheckoutThatIsCalledBack() {
    Broker.send(order.requested());
    for (var step : List.of("stock", "payment", "shipment", "confirmation", "settlement")) {
      Broker.send(answerTo(step));
    }
    awaitState(order.saga(), "COMPLETED");
    var callBack =
        Outgoing.request(new SagaRequest.CheckoutCalledBack(order.saga(), order.id()), null);
    Broker.send(callBack, callBack);
    for (var step :
        List.of("settlement", "confirmation", "shipment", "payment", "stock", "order")) {
      awaitStep(step, "UNDOING");
      Broker.send(order.undone(step));
    }
    var saga = awaitState(order.saga(), "COMPENSATED");
    assertThat(saga.getList("steps.state", String.class)).containsOnly("UNDONE");
  }

  @Test
  void startsOnceWhenAskedTwice() {
    Broker.send(order.requested(), order.requested());
    Broker.send(order.requested());
    awaitDoing("stock");
    Broker.send(answerTo("stock"));
    awaitDoing("payment");
    assertThat(Broker.expect(Topics.INVENTORY_COMMANDS, 1, this::isOurs)).hasSize(1);
  }

  @Test
  void writesDownAReplyThatIsDeliveredAgain() {
    Broker.send(order.requested());
    awaitDoing("stock");
    Broker.send(order.done("stock"), order.done("stock"));
    Broker.send(order.done("stock"));
    var saga = awaitSaga(order.saga(), it -> it.getLong("version") == 4);
    assertThat(saga.getList("log.outcome", String.class))
        .containsExactly("STARTED", "DONE", "DUPLICATE", "DUPLICATE");
    awaitDoing("payment");
  }

  @Test
  void parksASagaWhoseReplyIsImpossibleAndServesItsNeighbours() {
    var neighbour = Order.fresh();
    Broker.send(order.requested(), neighbour.requested());
    awaitDoing("stock");
    awaitState(neighbour.saga(), "RUNNING");
    Broker.send(Order.reply(order.run("stock"), new Reply.Undone()), neighbour.done("stock"));
    var parked = awaitState(order.saga(), "STUCK");
    assertThat(parked.getString("reason")).contains("a do was answered with Undone");
    awaitSaga(neighbour.saga(), saga -> "DOING".equals(saga.getString("steps[2].state")));
    Broker.send(order.done("stock"));
    awaitDoing("payment");
  }

  @Test
  void servesNeighboursOfGarbage() {
    Broker.send(order.requested());
    awaitDoing("stock");
    Broker.sendRaw(Topics.SAGA_REPLIES, "key", "not JSON".getBytes(StandardCharsets.UTF_8));
    Broker.sendRaw(Topics.CHECKOUT_REQUESTS, "key", new byte[] {0, 1, 2});
    Broker.send(order.done("stock"));
    awaitDoing("payment");
  }

  @Test
  void keepsTheSecretsOutOfTheLogAndTheEvents() {
    Broker.send(order.requested());
    var saga = awaitSaga(order.saga(), it -> "DOING".equals(it.getString("steps[1].state")));
    assertThat(saga.prettify()).doesNotContain(Order.SECRET_TOKEN, Order.SECRET_STREET, "Ada");
    Broker.expect(Topics.SAGA_EVENTS, 1, it -> order.id().toString().equals(it.key()))
        .forEach(event ->
            assertThat(new String(event.body(), StandardCharsets.UTF_8))
                .doesNotContain(Order.SECRET_TOKEN, Order.SECRET_STREET, "Ada"));
  }

  private Outgoing answerTo(String step) {
    awaitDoing(step);
    return order.done(step);
  }

  private void awaitDoing(String step) {
    awaitStep(step, "DOING");
  }

  private void awaitStep(String step, String state) {
    awaitSaga(
        order.saga(),
        saga ->
            state.equals(saga.getString("steps.find { it.name == '%s' }.state".formatted(step))));
  }

  private boolean isOurs(Received received) {
    return order.saga().toString().equals(received.key());
  }

  private List<String> events() {
    return Broker.expect(Topics.SAGA_EVENTS, 2, it -> order.id().toString().equals(it.key()))
        .stream()
        .map(event -> event.headers().getOrDefault(Headers.TYPE, ""))
        .toList();
  }

  private static String command(String topic, String id) {
    var record = Broker.expect(topic, 1, it -> id.equals(it.id())).getFirst();
    return new String(record.body(), StandardCharsets.UTF_8);
  }
}
