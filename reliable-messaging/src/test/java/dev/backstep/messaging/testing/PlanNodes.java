package dev.backstep.messaging.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The steps of a plan, as {@code EXPLAIN (FORMAT JSON)} tells them. */
public final class PlanNodes {
  private PlanNodes() {}

  /** Its topmost step, with the others below. */
  public static JsonNode top(ResultSet explained) throws SQLException, IOException {
    explained.next();
    return new ObjectMapper().readTree(explained.getString(1)).get(0).get("Plan");
  }

  /** That step and all below it. */
  public static Stream<JsonNode> of(JsonNode top) {
    var below = StreamSupport.stream(top.path("Plans").spliterator(), false);
    return Stream.concat(Stream.of(top), below.flatMap(PlanNodes::of));
  }
}
