package dev.backstep.e2e;

import dev.backstep.stack.layout.Part;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A saga as the orchestrator shows it. */
public record Saga(JsonPath json) {
  static Saga of(UUID id) {
    return new Saga(
        Backstep.viewer(Part.SAGA_ORCHESTRATOR)
            .get("/api/sagas/" + id)
            .then()
            .statusCode(200)
            .extract()
            .jsonPath());
  }

  /** Where it stands. */
  public String state() {
    return json.getString("state");
  }

  List<Map<String, Object>> log() {
    return json.getList("log");
  }

  /** The commands, in the order in which they were sent for the first time, such as stock/do. */
  List<String> sent() {
    List<List<String>> sent = json.getList("log.commands.id");
    return sent.stream()
        .flatMap(List::stream)
        .map(id -> id.substring(id.indexOf('/') + 1))
        .distinct()
        .toList();
  }

  /** The outcomes that the log gives for that command. */
  List<String> outcomes(String step, String direction) {
    return log().stream()
        .filter(entry -> step.equals(entry.get("step")) && direction.equals(entry.get("direction")))
        .map(entry -> String.valueOf(entry.get("outcome")))
        .toList();
  }
}
