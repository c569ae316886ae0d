package dev.backstep.saga.lra;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.backstep.contracts.Headers;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/**
 * The services that do steps: one POST with the LRA in its header. They are shown no token of ours.
 */
@Singleton
class Services {
  static final String HEADER = "Long-Running-Action";

  private static final JsonMapper JSON = new JsonMapper();

  private final Http http;
  private final LraConfig config;

  Services(Http http, LraConfig config) {
    this.http = http;
    this.config = config;
  }

  /** One call. */
  Said call(Attempt attempt, String lra, byte[] body) {
    var service = config.steps().get(attempt.step());
    if (service == null) {
      return new Said.Doubtful("no service is configured for " + attempt.step());
    }
    try {
      var request =
          HttpRequest.newBuilder(service)
              .timeout(config.answer())
              .header("Content-Type", "application/json")
              .header("Accept", "application/json")
              .header(HEADER, lra)
              .POST(BodyPublishers.ofByteArray(body));
      var trace = attempt.traceparent();
      if (trace != null && Headers.isTraceparent(trace)) {
        request.header(Headers.TRACEPARENT, trace);
      }
      return meaning(http.send(request.build()));
    } catch (IOException e) {
      return new Said.Doubtful(e.getClass().getSimpleName());
    }
  }

  /** Anything but a clear yes and a clear no of the service itself leaves it in doubt. */
  private static Said meaning(HttpResponse<String> answer) {
    return switch (answer.statusCode()) {
      case 200, 201, 204 -> new Said.Done(reference(answer));
      case 400, 409, 422 -> new Said.Refused(detail(answer.body()));
      default -> new Said.Doubtful("it answered " + answer.statusCode());
    };
  }

  /** The last part of the URL of what was made. */
  private static String reference(HttpResponse<String> answer) {
    var location = answer.headers().firstValue("Location").orElse("");
    return location.substring(location.lastIndexOf('/') + 1);
  }

  private static String detail(String body) {
    try {
      var detail = JSON.readTree(body).path("detail").asText();
      return detail.isBlank() ? "The service refused." : detail;
    } catch (JsonProcessingException _) {
      return "The service refused.";
    }
  }
}
