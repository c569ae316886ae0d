package dev.backstep.saga.deadletter;

import static dev.backstep.saga.testing.Api.as;
import static dev.backstep.saga.testing.Api.awaitState;
import static dev.backstep.saga.testing.Api.operator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import dev.backstep.contracts.Headers;
import dev.backstep.contracts.PaymentCommand.ChargePayment;
import dev.backstep.contracts.Topics;
import dev.backstep.contracts.value.Money;
import dev.backstep.contracts.value.PaymentToken;
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
    assertThat(act("replay", letter.getString("id")).getInt("taken")).isEqualTo(1);
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
  void replaysOrDiscardsAWholeGroupAndWritesItDown() {
    Broker.send(order.requested());
    awaitState(order.saga(), "RUNNING");
    var other = Order.fresh();
    Broker.send(other.requested());
    awaitState(other.saga(), "RUNNING");
    var detail = "its field " + order.saga() + " is unknown";
    Broker.send(
        dead(order.run("stock").toString(), detail),
        dead(other, other.run("stock").toString(), detail));
    awaitState(order.saga(), "STUCK");
    awaitState(other.saga(), "STUCK");
    var group =
        operator()
            .get("/api/dead-letters/groups")
            .jsonPath()
            .setRootPath("groups.find { it.detail == '%s' }".formatted(detail));
    assertThat(group.getInt("count")).isEqualTo(2);
    assertThat(group.getInt("sagas")).isEqualTo(2);
    var key = group.getString("key");
    operator()
        .body("{\"group\":\"%s\"}".formatted(key))
        .post("/api/dead-letters/dry-run")
        .then()
        .statusCode(200)
        .body("readable", equalTo(0))
        .body("unreadable[0].count", equalTo(2))
        .body("sagas", equalTo(2));
    operator()
        .body("{\"group\":\"%s\",\"reason\":\"they are of a test\"}".formatted(key))
        .post("/api/dead-letters/discard")
        .then()
        .statusCode(202)
        .body("taken", equalTo(2));
    operator()
        .get("/api/dead-letters?state=discarded&group=" + key)
        .then()
        .body("deadLetters", hasSize(2))
        .body("deadLetters.discardReason", everyItem(equalTo("they are of a test")));
    operator()
        .get("/api/operator-log?limit=1")
        .then()
        .body("entries[0].action", equalTo("discard"))
        .body("entries[0].before", containsString("2 dead letters of inventory.commands"));
  }

  @Test
  void leavesAloneWhatWasDiscarded() {
    Broker.send(order.requested());
    awaitState(order.saga(), "RUNNING");
    Broker.send(dead(order.run("stock").toString()));
    var id = awaitLetter().getString("id");
    assertThat(act("discard", id).getInt("taken")).isEqualTo(1);
    var again = act("replay", id);
    assertThat(again.getInt("taken")).isZero();
    assertThat(again.getString("skipped[0].why")).isEqualTo("It was discarded by olga.");
  }

  @Test
  void showsALetterWithItsBodyMasked() {
    var command =
        Outgoing.command(
            order.run("payment"),
            new ChargePayment(
                order.id(), "ada", Money.euroCents(1), new PaymentToken(Order.SECRET_TOKEN)),
            null);
    Broker.send(
        new Outgoing(
            Topics.deadLettersOf(command.topic()),
            command.key(),
            command.id(),
            command.type(),
            command.subject(),
            command.body(),
            null,
            Map.of(Headers.DEAD_ORIGIN, "payment.commands-0@" + order.saga())));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> letters().getList("deadLetters").size() == 1);
    var id = letters().getString("deadLetters[0].id");
    var shown = as(Role.VIEWER).get("/api/dead-letters/" + id).then().statusCode(200).extract();
    assertThat(shown.asString()).doesNotContain(Order.SECRET_TOKEN);
    assertThat(shown.jsonPath().getString("payload.json")).contains("••••");
    assertThat(shown.jsonPath().getBoolean("readable.yes")).isTrue();
    assertThat(shown.jsonPath().getList("allowedActions.allowed")).containsOnly(false);
  }

  @Test
  void letsOnlyOperatorsActAndAsksWhy() {
    var body = "{\"ids\":[\"%s\"],\"reason\":\"r\"}".formatted(UUID.randomUUID());
    for (var action : new String[] {"replay", "discard", "dry-run"}) {
      Problems.expect(
          as(Role.VIEWER).body(body).post("/api/dead-letters/" + action), 403, "forbidden");
    }
    operator()
        .body(body)
        .post("/api/dead-letters/replay")
        .then()
        .statusCode(202)
        .body("taken", equalTo(0))
        .body("skipped[0].why", equalTo("There is no such letter."));
    for (var wrong : new String[] {"{\"ids\":[]}", "{\"reason\":\"r\"}"}) {
      Problems.expect(
          operator().body(wrong).post("/api/dead-letters/replay"), 400, "invalid-action");
    }
    Problems.expect(
        operator().get("/api/dead-letters/" + UUID.randomUUID()), 404, "dead-letter-not-found");
  }

  private static JsonPath act(String action, String id) {
    return operator()
        .body("{\"ids\":[\"%s\"],\"reason\":\"the test wants it\"}".formatted(id))
        .post("/api/dead-letters/" + action)
        .then()
        .statusCode(202)
        .extract()
        .jsonPath();
  }

  private Outgoing dead(String id) {
    return dead(id, "its body is not JSON");
  }

  private Outgoing dead(String id, String detail) {
    return dead(order, id, detail);
  }

  private static Outgoing dead(Order order, String id, String detail) {
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
