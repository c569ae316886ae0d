package dev.backstep.saga.deadletter;

import static dev.backstep.saga.testing.Api.as;
import static dev.backstep.saga.testing.Api.awaitState;
import static dev.backstep.saga.testing.Api.operator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.backstep.contracts.Headers;
import dev.backstep.contracts.Topics;
import dev.backstep.messaging.outbox.Outgoing;
import dev.backstep.messaging.testing.Broker;
import dev.backstep.rest.testing.Problems;
import dev.backstep.saga.testing.Order;
import dev.backstep.stack.token.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeadLetterTest {
  private static final byte[] BODY = "no command at all".getBytes(StandardCharsets.UTF_8);

  private final Order order = Order.fresh();

  @Test
  void parksTheSagaOfADeadCommandUntilTheReplayIsAnswered() {
    Broker.send(order.requested());
    awaitState(order.saga(), "RUNNING");
    Broker.send(dead(order.run("stock").toString()));
    var parked = awaitState(order.saga(), "STUCK");
    assertThat(parked.getString("reason"))
        .contains("stock do", "inventory-service", "its body is not JSON");
    assertThat(parked.getString("nextTry")).isNull();

    var letter = awaitLetter();
    assertThat(letter.getString("topic")).isEqualTo(Topics.INVENTORY_COMMANDS);
    assertThat(letter.getString("cause")).isEqualTo("UNREADABLE");
    operator()
        .post("/api/dead-letters/" + letter.getString("id") + "/replay")
        .then()
        .statusCode(202);
    var replayed =
        Broker.expect(
                Topics.INVENTORY_COMMANDS,
                1,
                it ->
                    "no command at all".equals(new String(it.body(), StandardCharsets.UTF_8))
                        && order.saga().toString().equals(it.key()))
            .getFirst();
    assertThat(replayed.id()).isEqualTo(order.run("stock").toString());
    assertThat(replayed.headers()).doesNotContainKey(Headers.DEAD_CAUSE);
    assertThat(awaitLetter().getInt("replays")).isEqualTo(1);

    Broker.send(order.done("stock"));
    awaitState(order.saga(), "RUNNING");
  }

  @Test
  void keepsALetterThatIsDeliveredTwiceOnce() {
    Broker.send(order.requested());
    awaitState(order.saga(), "RUNNING");
    var letter = dead(order.run("stock").toString());
    Broker.send(letter, letter);
    awaitState(order.saga(), "STUCK");
    Broker.send(letter);
    await()
        .during(Duration.ofSeconds(1))
        .atMost(Duration.ofSeconds(10))
        .until(() -> letters().getList("deadLetters").size() == 1);
  }

  @Test
  void keepsGarbageWithoutASaga() {
    Broker.sendRaw(Topics.deadLettersOf(Topics.ORDER_EVENTS), order.id().toString(), BODY);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() ->
            operator()
                .get("/api/dead-letters")
                .jsonPath()
                .getList("deadLetters.topic")
                .contains(Topics.ORDER_EVENTS));
  }

  @Test
  void keepsAHeaderThatADatabaseCannotHold() {
    Broker.send(order.requested());
    awaitState(order.saga(), "RUNNING");
    Broker.send(dead(order.run("stock").toString(), "a\0b"));
    awaitState(order.saga(), "STUCK");
  }

  @Test
  void listsAReplyOfAnUnknownSaga() {
    Broker.send(order.done("stock"));
    assertThat(awaitLetter().getString("detail"))
        .isEqualTo("it answers a saga that does not exist");
  }

  @Test
  void letsOnlyOperatorsReplay() {
    var path = "/api/dead-letters/" + UUID.randomUUID() + "/replay";
    Problems.expect(as(Role.VIEWER).post(path), 403, "forbidden");
    Problems.expect(operator().post(path), 404, "dead-letter-not-found");
  }

  private Outgoing dead(String id) {
    return dead(id, "its body is not JSON");
  }

  private Outgoing dead(String id, String detail) {
    return new Outgoing(
        Topics.deadLettersOf(Topics.INVENTORY_COMMANDS),
        order.saga().toString(),
        id,
        "backstep.inventory.reserve-stock.v1",
        order.id().toString(),
        BODY,
        null,
        Map.of(
            Headers.DEAD_CAUSE,
            "UNREADABLE",
            Headers.DEAD_DETAIL,
            detail,
            Headers.DEAD_ORIGIN,
            "inventory.commands-0@" + order.saga(),
            Headers.DEAD_SERVICE,
            "inventory-service"));
  }

  private JsonPath letters() {
    return operator().get("/api/dead-letters?sagaId=" + order.saga()).jsonPath();
  }

  private JsonPath awaitLetter() {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> letters().getList("deadLetters").size() == 1);
    return letters().setRootPath("deadLetters[0]");
  }
}
