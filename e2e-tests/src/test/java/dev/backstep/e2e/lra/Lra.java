package dev.backstep.e2e.lra;

import static org.hamcrest.Matchers.is;

import dev.backstep.e2e.Backstep;
import dev.backstep.e2e.Order;
import dev.backstep.e2e.Placed;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.token.Role;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** A long running action, driven by somebody who knows MicroProfile LRA and nothing of us. */
record Lra(String id) {
  static final String OWNER = "alice";

  static Lra start() {
    var started = caller().post(Backstep.url(Part.LRA_COORDINATOR) + "/lra-coordinator/start");
    return new Lra(started.then().statusCode(201).extract().header("Location"));
  }

  Response send(Order order) {
    return caller()
        .contentType("application/json")
        .header("Long-Running-Action", id)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(order.body())
        .post(Backstep.url(Part.ORDER_SERVICE) + "/orders");
  }

  Placed place(Order order) {
    var answer = send(order).then().statusCode(202).extract();
    return new Placed(
        UUID.fromString(answer.path("orderId")), UUID.fromString(answer.path("sagaId")), OWNER);
  }

  Response close() {
    return caller().put(id + "/close");
  }

  Response cancel() {
    return caller().put(id + "/cancel");
  }

  /** Cancels at the second instance, which has to be called by the name that both have. */
  Response cancelAt(String second) {
    var own = Backstep.url(Part.LRA_COORDINATOR);
    return caller()
        .header("Host", own.substring("http://".length()))
        .put(id.replace(own, second) + "/cancel");
  }

  /** Stands so, says the coordinator. */
  void isIn(String state) {
    caller().get(id + "/status").then().statusCode(200).body(is(state));
  }

  /** Nobody knows an LRA that has ended. */
  boolean isOver() {
    return caller().get(id + "/status").statusCode() == 404;
  }

  private static RequestSpecification caller() {
    return RestAssured.given()
        .urlEncodingEnabled(false)
        .header("Authorization", "Bearer " + Backstep.stack().token(Role.CUSTOMER, OWNER));
  }
}
