package dev.backstep.saga.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Says why a body is refused that announces itself as too large; the server alone would answer
 * without a word. A body that hides its length is cut off by the server.
 */
@Singleton
class BodyLimit {
  private static final int BEFORE_THE_SERVER_LOOKS = 1_000;

  private final long limit;

  BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
    this.limit = limit.asLongValue();
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, BEFORE_THE_SERVER_LOOKS);
  }

  private void check(RoutingContext request) {
    if (announced(request) > limit) {
      refuse(request);
    } else {
      request.next();
    }
  }

  private static long announced(RoutingContext request) {
    var length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    try {
      return length == null ? 0 : Long.parseLong(length);
    } catch (NumberFormatException _) {
      return Long.MAX_VALUE;
    }
  }

  private void refuse(RoutingContext request) {
    var type = ProblemType.BODY_TOO_LARGE;
    var body =
        new JsonObject()
            .put("type", type.uri().toString())
            .put("title", type.title())
            .put("status", type.status())
            .put("detail", "At most " + limit + " bytes are accepted.")
            .put("instance", request.request().path());
    // The rest of the body is not read: the connection cannot be used again.
    request
        .response()
        .setStatusCode(type.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
        .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
        .end(body.toBuffer())
        .onComplete(_ -> request.request().connection().close());
  }
}
