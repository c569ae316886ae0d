package dev.backstep.e2e.audit;

import dev.backstep.e2e.agent.AgentHome;
import dev.backstep.e2e.agent.Sabotage;
import dev.backstep.stack.layout.Instance;
import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.Overrides;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.testing.TestStack;
import dev.backstep.stack.token.Role;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A stack of its own, for what is done to it cannot be undone. */
final class SabotagedStack implements AutoCloseable {
  private final TestStack stack =
      TestStack.start(Path.of("target", "sabotaged-stack"), Part.usual());

  record Bought(UUID order, UUID saga) {}

  Layout layout() {
    return stack.processes().layout();
  }

  TestStack stack() {
    return stack;
  }

  /** Starts that process anew, broken. */
  AgentHome restart(Instance instance, Sabotage sabotage) {
    var home =
        AgentHome.prepare(
            layout().directory().of("agents").resolve(instance.name()), Optional.of(sabotage));
    new Overrides(layout().directory(), instance).write(Map.of(), home.flags());
    stack.processes().stop(instance);
    stack.processes().start(instance);
    return home;
  }

  /** Starts that process anew, as it should be. */
  void repair(Instance instance) {
    new Overrides(layout().directory(), instance).clear();
    stack.processes().stop(instance);
    stack.processes().start(instance);
  }

  /** What speaks against that claim now. */
  Set<String> evidence(Invariant invariant) throws SQLException {
    return Audit.of(layout(), Strength.AT_REST, History.NONE).judged().stream()
        .filter(judged -> judged.claim().equals(invariant.claim()))
        .flatMap(judged ->
            judged.finding() instanceof Finding.Broken(var _, var found)
                ? found.stream()
                : Stream.empty())
        .collect(Collectors.toUnmodifiableSet());
  }

  RequestSpecification as(Role role, Part service) {
    return RestAssured.given()
        .baseUri(layout().url(service))
        .header("Authorization", "Bearer " + stack.token(role, "somebody"))
        .contentType("application/json");
  }

  /** Orders one of the shop's articles. */
  Bought buy(String paymentToken) {
    var answer =
        as(Role.CUSTOMER, Part.ORDER_SERVICE)
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .body(
                """
                {"items":[{"sku":"SHOP-01","quantity":1}],"paymentToken":"%s","shippingAddress":{"name":"A",
                 "street":"B 1","city":"C","postalCode":"D","country":"DE"}}
                """
                    .formatted(paymentToken))
            .post("/orders")
            .then()
            .statusCode(202)
            .extract();
    return new Bought(
        UUID.fromString(answer.path("orderId")), UUID.fromString(answer.path("sagaId")));
  }

  @Override
  public void close() {
    stack.close();
  }
}
