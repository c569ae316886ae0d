package dev.backstep.rest.problem;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** The answer to a request that must not get as far as the REST layer. */
public final class EarlyProblem {
  private EarlyProblem() {}

  /** Answers with a problem of that type; headers that were set before go with it. */
  public static Future<Void> answer(RoutingContext request, ProblemType type, String detail) {
    var body =
        new JsonObject()
            .put("type", type.uri().toString())
            .put("title", type.title())
            .put("status", type.status())
            .put("detail", detail)
            .put("instance", request.request().path());
    return request
        .response()
        .setStatusCode(type.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
        .end(body.toBuffer());
  }
}
