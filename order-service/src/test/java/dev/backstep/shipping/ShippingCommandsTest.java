package dev.backstep.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.contracts.Direction;
import dev.backstep.contracts.OrderEvent.ReturnInitiated;
import dev.backstep.contracts.OrderEvent.ShipmentBooked;
import dev.backstep.contracts.Reply;
import dev.backstep.contracts.ShippingCommand.BookShipment;
import dev.backstep.contracts.ShippingCommand.InitiateReturn;
import dev.backstep.contracts.Topics;
import dev.backstep.contracts.value.OrderLine;
import dev.backstep.contracts.value.OrderLines;
import dev.backstep.contracts.value.RefusalCode;
import dev.backstep.contracts.value.ShippingAddress;
import dev.backstep.contracts.value.Sku;
import dev.backstep.messaging.outbox.Outgoing;
import dev.backstep.messaging.testing.Broker;
import dev.backstep.messaging.wire.Decoded;
import dev.backstep.messaging.wire.Received;
import dev.backstep.messaging.wire.Wire;
import dev.backstep.order.testing.Database;
import dev.backstep.order.testing.Orchestrator;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ShippingCommandsTest {
  private static final OrderLines LINES = OrderLines.of(new OrderLine(new Sku("LAMP"), 1));

  @Inject Database database;

  private final UUID saga = UUID.randomUUID();
  private final UUID order = UUID.randomUUID();

  @Test
  void booksAParcelAndNamesIt() {
    Broker.send(book("DE"));
    var parcel = parcel();
    assertThat(shipments()).containsExactly("booked " + parcel);
    var event = events(1).getFirst();
    assertThat(message(event)).isEqualTo(new ShipmentBooked(order, 1, parcel));
    assertThat(new String(event.body(), StandardCharsets.UTF_8)).doesNotContain("Ada", "Street");
  }

  @Test
  void refusesAnAddressThatNobodyGoesTo() {
    Broker.send(book("XX"));
    assertThat(Orchestrator.reply(book("XX")))
        .isInstanceOfSatisfying(
            Reply.Refused.class,
            refused ->
                assertThat(refused.refusal().code())
                    .isEqualTo(RefusalCode.ADDRESS_NOT_SERVICEABLE));
    assertThat(shipments()).isEmpty();
  }

  @Test
  void callsAParcelBack() {
    Broker.send(book("DE"), giveBack());
    var parcel = parcel();
    assertThat(Orchestrator.reply(giveBack())).isInstanceOf(Reply.Undone.class);
    assertThat(shipments()).containsExactly("return_initiated " + parcel);
    assertThat(events(2).stream().map(ShippingCommandsTest::message))
        .containsExactly(
            new ShipmentBooked(order, 1, parcel), new ReturnInitiated(order, 2, parcel));
  }

  @Test
  void doesEverythingOnceWhateverComesTwice() {
    Broker.send(book("DE"), book("DE"), giveBack(), giveBack());
    assertThat(Orchestrator.replies(giveBack(), 2)).hasOnlyElementsOfType(Reply.Undone.class);
    assertThat(shipments()).hasSize(1);
    assertThat(events(2)).hasSize(2);
  }

  @Test
  void booksNothingAfterItWasUndone() {
    Broker.send(giveBack(), book("DE"));
    assertThat(Orchestrator.reply(giveBack())).isInstanceOf(Reply.Undone.class);
    assertThat(Orchestrator.reply(book("DE")))
        .isInstanceOfSatisfying(
            Reply.Refused.class,
            refused -> assertThat(refused.refusal().code()).isEqualTo(RefusalCode.CANCELLED));
    assertThat(shipments()).isEmpty();
  }

  @Test
  void hasNothingToCallBackWhenItRefused() {
    Broker.send(book("XX"), giveBack());
    assertThat(Orchestrator.reply(giveBack())).isInstanceOf(Reply.Undone.class);
    assertThat(shipments()).isEmpty();
  }

  @Test
  void takesManyAtOnce() {
    var sagas = IntStream.range(0, 40).mapToObj(_ -> UUID.randomUUID()).toList();
    Broker.send(
        sagas.stream()
            .map(each -> command(each, UUID.randomUUID(), each.hashCode() % 2 == 0 ? "XX" : "FR"))
            .toArray(Outgoing[]::new));
    var keys = sagas.stream().map(UUID::toString).toList();
    Broker.expect(Topics.SAGA_REPLIES, 40, record -> keys.contains(record.key()));
    var booked =
        sagas.stream()
            .flatMap(each ->
                database.texts("SELECT saga_id FROM shipment WHERE saga_id = ?", each).stream())
            .toList();
    assertThat(booked)
        .containsExactlyElementsOf(
            sagas.stream().filter(each -> each.hashCode() % 2 != 0).map(UUID::toString).toList());
  }

  private Outgoing book(String country) {
    return command(saga, order, country);
  }

  private Outgoing giveBack() {
    return Orchestrator.command(saga, "shipment", Direction.UNDO, new InitiateReturn(order));
  }

  private static Outgoing command(UUID saga, UUID order, String country) {
    var address = new ShippingAddress("Ada", "Secret Street 1", "Town", "12345", country);
    return Orchestrator.command(
        saga, "shipment", Direction.DO, new BookShipment(order, LINES, address));
  }

  private String parcel() {
    return Orchestrator.reply(book("DE")) instanceof Reply.Done(var parcel) ? parcel : "none";
  }

  private List<String> shipments() {
    return database.texts("SELECT state || ' ' || parcel FROM shipment WHERE order_id = ?", order);
  }

  private List<Received> events(int count) {
    return Broker.expect(
        Topics.ORDER_EVENTS, count, record -> order.toString().equals(record.key()));
  }

  private static Object message(Received record) {
    return Wire.decode(record) instanceof Decoded.Understood(var message) ? message : record;
  }
}
