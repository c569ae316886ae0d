package dev.backstep.e2e.shop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpResponse;

/** What a service answered. */
record Answer(int status, JsonNode body) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Answer of(HttpResponse<String> response) {
    return new Answer(response.statusCode(), parsed(response.body()));
  }

  private static JsonNode parsed(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException _) {
      return MissingNode.getInstance();
    }
  }

  boolean isGood() {
    return status >= 200 && status < 300;
  }

  /** Overloaded, starting, stopping, or still busy with the same request: worth asking again. */
  boolean isPassing() {
    return status == 409 || status == 429 || status >= 500;
  }

  /** What went wrong, in a few words. */
  String problem() {
    var type = body.path("type").asText("");
    return status + " " + type.substring(type.lastIndexOf('/') + 1);
  }
}
