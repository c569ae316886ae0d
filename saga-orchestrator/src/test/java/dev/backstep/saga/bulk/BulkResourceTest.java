package dev.backstep.saga.bulk;

import static dev.backstep.saga.testing.Api.as;
import static dev.backstep.saga.testing.Api.awaitState;
import static dev.backstep.saga.testing.Api.operator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.backstep.contracts.Reply;
import dev.backstep.messaging.testing.Broker;
import dev.backstep.rest.testing.Problems;
import dev.backstep.saga.testing.Order;
import dev.backstep.stack.token.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BulkResourceTest {
  private static final String REASON = "{\"reason\":\"the cause is mended\"}";

  @Test
  void asksThoseThatWereFrozenAndLeavesAloneWhatHasMoved() {
    var first = stuck();
    var moved = stuck();
    var running = started();
    var preview = freeze(first, moved, running);
    assertThat(preview.getInt("total")).isEqualTo(3);
    assertThat(preview.getInt("willRun")).isEqualTo(2);
    assertThat(preview.getString("skipped[0].why")).contains("by itself");
    assertThat(preview.getList("skipped[0].sagas")).containsExactly(running.saga().toString());

    Broker.send(moved.done("stock"));
    awaitState(moved.saga(), "RUNNING");
    var id = preview.getString("id");
    operator().body(REASON).post("/api/bulk/" + id + "/start").then().statusCode(202);
    var progress = awaitEnd(id);
    assertThat(progress.getString("state")).isEqualTo("finished");
    assertThat(progress.getInt("accepted")).isEqualTo(1);
    assertThat(progress.getInt("moved")).isEqualTo(1);
    var asked = awaitState(first.saga(), "RUNNING");
    assertThat(asked.getString("operatorLog[0].bulkId")).isEqualTo(id);
    assertThat(asked.getString("operatorLog[0].reason")).isEqualTo("the cause is mended");
  }

  @Test
  void showsWhatIsNotAllowedAndWhy() {
    var order = started();
    Broker.send(order.done("stock"), order.done("payment"), order.done("shipment"));
    await()
        .until(
            () -> "DOING".equals(awaitState(order.saga(), "RUNNING").getString("steps[4].state")));
    operator()
        .body(body("compensate", List.of(order.saga())))
        .post("/api/bulk")
        .then()
        .statusCode(201)
        .body("willRun", equalTo(0))
        .body("refused", hasSize(1))
        .body("refused[0].count", equalTo(1));
  }

  @Test
  void stopsOnTheWay() {
    var orders = Stream.generate(BulkResourceTest::stuck).limit(3).toArray(Order[]::new);
    var id = freeze(orders).getString("id");
    Problems.expect(operator().post("/api/bulk/" + id + "/stop"), 409, "bulk-moved");
    operator().body(REASON).post("/api/bulk/" + id + "/start").then().statusCode(202);
    Problems.expect(operator().body(REASON).post("/api/bulk/" + id + "/start"), 409, "bulk-moved");
    var stop = operator().post("/api/bulk/" + id + "/stop");
    assertThat(stop.statusCode()).isIn(202, 409); // it may have come to its end before
    awaitEnd(id);
  }

  @Test
  void freezesByFilter() {
    var order = stuck();
    operator()
        .body(
            "{\"action\":\"retry\",\"filter\":{\"q\":\"%s\",\"state\":[\"STUCK\"]}}"
                .formatted(order.id()))
        .post("/api/bulk")
        .then()
        .statusCode(201)
        .body("total", equalTo(1))
        .body("willRun", equalTo(1));
  }

  @Test
  void refusesWhatIsNoBulkAction() {
    for (var body :
        new String[] {
          "{\"action\":\"resolve\",\"ids\":[]}",
          "{\"action\":\"retry\"}",
          "{\"action\":\"retry\",\"ids\":[],\"filter\":{}}"
        }) {
      Problems.expect(operator().body(body).post("/api/bulk"), 400, "invalid-action");
    }
    Problems.expect(
        as(Role.VIEWER).body("{\"action\":\"retry\",\"ids\":[]}").post("/api/bulk"),
        403,
        "forbidden");
    Problems.expect(operator().get("/api/bulk/" + UUID.randomUUID()), 404, "bulk-not-found");
  }

  private static JsonPath freeze(Order... orders) {
    return operator()
        .body(body("retry", Stream.of(orders).map(Order::saga).toList()))
        .post("/api/bulk")
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }

  private static String body(String action, List<UUID> ids) {
    return "{\"action\":\"%s\",\"ids\":[%s]}"
        .formatted(
            action, ids.stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(",")));
  }

  private static JsonPath awaitEnd(String id) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> operator().get("/api/bulk/" + id).jsonPath().getString("endedAt") != null);
    return operator().get("/api/bulk/" + id).jsonPath();
  }

  private static Order started() {
    var order = Order.fresh();
    Broker.send(order.requested());
    awaitState(order.saga(), "RUNNING");
    return order;
  }

  private static Order stuck() {
    var order = started();
    Broker.send(Order.reply(order.run("stock"), new Reply.Undone()));
    awaitState(order.saga(), "STUCK");
    return order;
  }
}
