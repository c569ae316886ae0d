package dev.backstep.inventory.participant;

import static dev.backstep.inventory.Stockroom.line;
import static dev.backstep.inventory.participant.Buyer.aBuyer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.backstep.contracts.Headers;
import dev.backstep.contracts.InventoryEvent.StockChanged;
import dev.backstep.contracts.Message;
import dev.backstep.contracts.Reply;
import dev.backstep.contracts.Reply.Done;
import dev.backstep.contracts.Reply.Refused;
import dev.backstep.contracts.Reply.Undone;
import dev.backstep.contracts.ReplyMessage;
import dev.backstep.contracts.Topics;
import dev.backstep.contracts.value.Refusal;
import dev.backstep.contracts.value.RefusalCode;
import dev.backstep.inventory.Stockroom;
import dev.backstep.messaging.testing.Broker;
import dev.backstep.messaging.wire.Decoded;
import dev.backstep.messaging.wire.Received;
import dev.backstep.messaging.wire.Wire;
import dev.backstep.stack.testing.ServiceResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Through the real broker: commands in, replies, events and dead letters out. */
@QuarkusTest
@QuarkusTestResource(
    value = ServiceResource.class,
    initArgs = @ResourceArg(name = "service", value = "inventory-service"))
class InventoryCommandsTest {
  private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  @Inject Stockroom stockroom;

  private final Buyer anna = aBuyer();
  private final Buyer bert = aBuyer();

  @Test
  void repliesToTheSagaAndTellsTheStock() {
    var cup = stockroom.product(3);

    Broker.send(with(anna.reserves(line(cup, 2)), Headers.TRACEPARENT, TRACE));
    var reply = repliesTo(anna, 1).getFirst();
    Broker.send(bert.reserves(line(cup, 2)));
    repliesTo(bert, 1);
    Broker.send(anna.settles());

    assertThat(reply.traceparent()).isEqualTo(TRACE);
    assertThat(reply(reply)).isEqualTo(new Done(anna.order().toString()));
    assertThat(repliesTo(bert, 1))
        .extracting(InventoryCommandsTest::reply)
        .containsExactly(
            new Refused(new Refusal(RefusalCode.OUT_OF_STOCK, cup + ": 2 ordered, 1 available")));
    assertThat(Broker.expect(Topics.INVENTORY_EVENTS, 2, it -> cup.value().equals(it.key())))
        .extracting(InventoryCommandsTest::message)
        .containsExactly(new StockChanged(cup, 1, 1, 2, 0), new StockChanged(cup, 2, 1, 0, 2));
  }

  @Test
  void repeatsTheStoredReplyForACommandThatComesTwice() {
    var cup = stockroom.product(3);

    Broker.send(anna.reserves(line(cup, 2)), anna.reserves(line(cup, 2)));

    assertThat(repliesTo(anna, 2))
        .extracting(InventoryCommandsTest::reply)
        .containsExactly(new Done(anna.order().toString()), new Done(anna.order().toString()));
    assertThat(stockroom.levels(cup)).containsExactly(1L, 2L, 0L);
  }

  @Test
  void answersAnUndoThatCameBeforeItsDoAndShutsTheDoor() {
    var cup = stockroom.product(3);

    Broker.send(anna.releases(), anna.reserves(line(cup, 2)));

    assertThat(repliesTo(anna, 2))
        .extracting(InventoryCommandsTest::reply)
        .satisfiesExactly(
            undone -> assertThat(undone).isEqualTo(new Undone()),
            late ->
                assertThat(late)
                    .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                            assertThat(refused.refusal().code()).isEqualTo(RefusalCode.CANCELLED)));
    assertThat(stockroom.levels(cup)).containsExactly(3L, 0L, 0L);
  }

  @Test
  void putsGarbageAsideWithItsCauseAndServesTheNeighbours() {
    var cup = stockroom.product(3);
    var garbage = unreadable(aBuyer().settles());
    var noType =
        new Received(Topics.INVENTORY_COMMANDS, 0, 0, "nobody-" + anna.saga(), Map.of(), body("?"));
    var impossible = aBuyer();

    Broker.send(
        anna.reserves(line(cup, 1)),
        garbage,
        noType,
        impossible.settles(),
        bert.reserves(line(cup, 1)));

    assertThat(repliesTo(anna, 1)).hasSize(1);
    assertThat(repliesTo(bert, 1)).hasSize(1);
    assertThat(deadLetterOf(garbage).headers())
        .containsEntry(Headers.DEAD_DETAIL, "its body is not JSON")
        .containsEntry(Headers.DEAD_SERVICE, "inventory-service")
        .containsKey(Headers.DEAD_CAUSE)
        .containsKey(Headers.DEAD_ORIGIN);
    assertThat(deadLetterOf(noType).headers())
        .containsEntry(Headers.DEAD_DETAIL, "it has no ce_type header");
    assertThat(deadLetterOf(impossible.settles()).headers().get(Headers.DEAD_DETAIL))
        .contains("holds no units to settle");
    await().untilAsserted(() -> assertThat(stockroom.levels(cup)).containsExactly(1L, 2L, 0L));
  }

  private static Received deadLetterOf(Received record) {
    return Broker.expect(
            Topics.deadLettersOf(Topics.INVENTORY_COMMANDS),
            1,
            it -> Objects.equals(it.key(), record.key()))
        .getFirst();
  }

  private static List<Received> repliesTo(Buyer buyer, int count) {
    return Broker.expect(
        Topics.SAGA_REPLIES, count, it -> buyer.saga().toString().equals(it.key()));
  }

  private static Reply reply(Received received) {
    return ((ReplyMessage) message(received)).reply();
  }

  private static Message message(Received received) {
    return ((Decoded.Understood) Wire.decode(received)).message();
  }

  private static Received with(Received record, String header, String value) {
    var headers = new HashMap<>(record.headers());
    headers.put(header, value);
    return new Received(record.topic(), 0, 0, record.key(), headers, record.body());
  }

  private static Received unreadable(Received record) {
    return new Received(record.topic(), 0, 0, record.key(), record.headers(), body("{not json"));
  }

  private static byte[] body(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
