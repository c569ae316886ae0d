package dev.backstep.e2e;

import static org.awaitility.Awaitility.await;

import dev.backstep.stack.layout.Part;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An order that was accepted. */
public record Placed(UUID id, UUID saga, String customer) {
  private static final List<String> OPEN = List.of("", "RUNNING", "COMPENSATING");

  /** The order as it is now. */
  public JsonPath look() {
    return Backstep.customer(customer, Part.ORDER_SERVICE)
        .get("/orders/" + id)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  /** The order, once it is final. */
  public JsonPath whenFinal() {
    return await()
        .atMost(Backstep.SOON)
        .until(this::look, order -> !"PENDING".equals(order.getString("status")));
  }

  /** The saga, once nothing moves it any more. */
  public Saga sagaWhenFinal() {
    await().atMost(Backstep.SOON).ignoreExceptions().until(() -> !OPEN.contains(sagaNow().state()));
    return sagaNow();
  }

  /** Nothing before the orchestrator has heard of it. */
  public String stateOfSaga() {
    return Books.read(
            Part.SAGA_ORCHESTRATOR,
            "SELECT state FROM saga WHERE id = ?",
            row -> row.getString(1),
            saga)
        .stream()
        .findFirst()
        .orElse("");
  }

  /** Where a step of it stands. */
  public boolean stepIs(String step, String state) {
    return !stateOfSaga().isEmpty()
        && state.equals(
            sagaNow().json().getString("steps.find { it.name == '" + step + "' }.state"));
  }

  /** An operator turns it back. */
  public void compensate() {
    Backstep.operator(Part.SAGA_ORCHESTRATOR)
        .contentType("application/json")
        .body(
            Map.of(
                "action",
                "compensate",
                "expectedVersion",
                sagaNow().json().getLong("version"),
                "reason",
                "The test wants it."))
        .post("/api/sagas/" + saga + "/actions")
        .then()
        .statusCode(202);
  }

  Saga sagaNow() {
    return Saga.of(saga);
  }
}
