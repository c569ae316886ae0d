package dev.backstep.order.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.backstep.contracts.Direction;
import dev.backstep.contracts.OrderCommand.ConfirmOrder;
import dev.backstep.contracts.OrderEvent.OrderConfirmed;
import dev.backstep.contracts.OrderEvent.OrderRejected;
import dev.backstep.contracts.Reply;
import dev.backstep.contracts.Topics;
import dev.backstep.contracts.value.Refusal;
import dev.backstep.contracts.value.RefusalCode;
import dev.backstep.messaging.outbox.Outgoing;
import dev.backstep.messaging.testing.Broker;
import dev.backstep.messaging.wire.Decoded;
import dev.backstep.messaging.wire.Received;
import dev.backstep.messaging.wire.Wire;
import dev.backstep.order.testing.Database;
import dev.backstep.order.testing.Orchestrator;
import dev.backstep.order.testing.Shop;
import dev.backstep.order.testing.Shop.Placed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OrderCommandsTest {
  @Inject Database database;

  private final String customer = Shop.newCustomer();
  private Placed placed = new Placed(new UUID(0, 0), new UUID(0, 0));

  @BeforeEach
  void placeAnOrder() {
    placed = Shop.place(customer, database.product(1999));
  }

  @Test
  void confirmsTheOrderAndTellsEverybody() {
    var confirm = Orchestrator.confirm(placed.saga(), placed.order());
    Broker.send(confirm);
    assertThat(Orchestrator.reply(confirm)).isInstanceOf(Reply.Done.class);
    seen().body("status", equalTo("CONFIRMED")).body("reason", nullValue());
    assertThat(history()).containsExactly("1 PENDING", "2 CONFIRMED");
    var event = events(2).getLast();
    assertThat(message(event)).isEqualTo(new OrderConfirmed(placed.order(), 2));
    assertThat(event.traceparent()).isEqualTo(Orchestrator.TRACE);
  }

  @Test
  void rejectsTheOrderWithAReasonThatACustomerUnderstands() {
    var cancel = cancel(RefusalCode.OUT_OF_STOCK, "LAMP-LAST-ONE: 2 ordered, 1 available");
    Broker.send(cancel);
    assertThat(Orchestrator.reply(cancel)).isInstanceOf(Reply.Undone.class);
    seen()
        .body("status", equalTo("REJECTED"))
        .body("reason.code", equalTo("OUT_OF_STOCK"))
        .body(
            "reason.message",
            equalTo("There is not enough stock: LAMP-LAST-ONE: 2 ordered, 1 available."));
    assertThat(history()).containsExactly("1 PENDING", "2 REJECTED");
    assertThat(message(events(2).getLast()))
        .isEqualTo(
            new OrderRejected(
                placed.order(),
                2,
                new Refusal(RefusalCode.OUT_OF_STOCK, "LAMP-LAST-ONE: 2 ordered, 1 available")));
  }

  @Test
  void cancelsTheOrderThatWasCalledOff() {
    var cancel = cancel(RefusalCode.CANCELLED, "by olga");
    Broker.send(cancel);
    assertThat(Orchestrator.reply(cancel)).isInstanceOf(Reply.Undone.class);
    seen().body("status", equalTo("CANCELLED")).body("reason.code", equalTo("CANCELLED"));
  }

  @Test
  void confirmsOnceWhateverComesTwice() {
    var confirm = Orchestrator.confirm(placed.saga(), placed.order());
    Broker.send(confirm, confirm);
    assertThat(Orchestrator.replies(confirm, 2)).hasOnlyElementsOfType(Reply.Done.class);
    assertThat(history()).containsExactly("1 PENDING", "2 CONFIRMED");
  }

  @Test
  void cancelsOnceWhateverComesTwice() {
    var cancel = cancel(RefusalCode.PAYMENT_DECLINED, "declined");
    Broker.send(cancel, cancel);
    assertThat(Orchestrator.replies(cancel, 2)).hasOnlyElementsOfType(Reply.Undone.class);
    assertThat(history()).containsExactly("1 PENDING", "2 REJECTED");
  }

  @Test
  void doesNotConfirmWhatHasBeenRejected() {
    var confirm = Orchestrator.confirm(placed.saga(), placed.order());
    Broker.send(cancel(RefusalCode.TIMED_OUT, "too late"), confirm);
    assertThat(Orchestrator.reply(confirm))
        .isInstanceOfSatisfying(
            Reply.Refused.class,
            refused -> assertThat(refused.refusal().code()).isEqualTo(RefusalCode.CANCELLED));
    seen().body("status", equalTo("REJECTED"));
  }

  @Test
  void buriesAnUndoThatHasNothingToUndo() {
    var cancel =
        Orchestrator.cancel(UUID.randomUUID(), UUID.randomUUID(), RefusalCode.CANCELLED, "early");
    Broker.send(cancel);
    assertThat(Orchestrator.reply(cancel)).isInstanceOf(Reply.Undone.class);
  }

  @Test
  void servesTheNeighboursOfWhatCannotBeApplied() {
    var nowhere = Orchestrator.confirm(UUID.randomUUID(), UUID.randomUUID());
    var confirm = Orchestrator.confirm(placed.saga(), placed.order());
    Broker.send(nowhere, garbage(), confirm);
    assertThat(Orchestrator.reply(confirm)).isInstanceOf(Reply.Done.class);
    var letter = Broker.expectOne(Topics.deadLettersOf(Topics.ORDER_COMMANDS), nowhere.key());
    assertThat(letter.headers())
        .containsEntry("backstep_dead_cause", "FAILED")
        .containsEntry("backstep_dead_service", "order-service");
    assertThat(letter.headers().get("backstep_dead_detail")).contains("there is no order");
  }

  @Test
  void takesASecondConfirmationByAnotherSagaForABug() {
    var confirm = Orchestrator.confirm(placed.saga(), placed.order());
    var again =
        Orchestrator.command(
            UUID.randomUUID(), "confirmation", Direction.DO, new ConfirmOrder(placed.order()));
    Broker.send(confirm);
    assertThat(Orchestrator.reply(confirm)).isInstanceOf(Reply.Done.class);
    Broker.send(again);
    var letter = Broker.expectOne(Topics.deadLettersOf(Topics.ORDER_COMMANDS), again.key());
    assertThat(letter.headers().get("backstep_dead_detail")).contains("is CONFIRMED");
    assertThat(history()).containsExactly("1 PENDING", "2 CONFIRMED");
  }

  @Test
  void takesManyAtOnce() {
    var sku = database.product(100);
    var orders = IntStream.range(0, 30).mapToObj(_ -> Shop.place(customer, sku)).toList();
    var commands =
        orders.stream().map(each -> Orchestrator.confirm(each.saga(), each.order())).toList();
    Broker.send(
        Stream.concat(commands.stream(), commands.reversed().stream()).toArray(Outgoing[]::new));
    var saga = commands.stream().map(Outgoing::key).toList();
    Broker.expect(Topics.SAGA_REPLIES, 60, record -> saga.contains(record.key()));
    for (var each : orders) {
      assertThat(history(each.order())).containsExactly("1 PENDING", "2 CONFIRMED");
    }
  }

  private static Outgoing garbage() {
    return new Outgoing(
        Topics.ORDER_COMMANDS,
        "garbage",
        "garbage",
        "backstep.order.confirm-order.v1",
        "garbage",
        "{".getBytes(StandardCharsets.UTF_8),
        null,
        Map.of());
  }

  private Outgoing cancel(RefusalCode code, String detail) {
    return Orchestrator.cancel(placed.saga(), placed.order(), code, detail);
  }

  private ValidatableResponse seen() {
    return Shop.customer(customer).get("/orders/" + placed.order()).then().statusCode(200);
  }

  private List<String> history() {
    return history(placed.order());
  }

  private List<String> history(UUID order) {
    return database.texts(
        "SELECT version || ' ' || status FROM order_history WHERE order_id = ? ORDER BY version",
        order);
  }

  private List<Received> events(int count) {
    var order = placed.order().toString();
    return Broker.expect(Topics.ORDER_EVENTS, count, record -> order.equals(record.key()));
  }

  private static Object message(Received record) {
    return Wire.decode(record) instanceof Decoded.Understood(var message) ? message : record;
  }
}
