package dev.backstep.rest.problem;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** The answer to a request that must not get as far as the REST layer. */
public final class EarlyProblem {
  /** Where the metrics of requests look for the name of a path. */
  private static final String PATH_IN_METRICS = "UrlPathTemplate";

  /** No route has named the path yet; under its own name each order would have a time series. */
  private static final String ANY_PATH = "/*";

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
    request.vertx().getOrCreateContext().putLocal(PATH_IN_METRICS, ANY_PATH);
    return request
        .response()
        .setStatusCode(type.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
        .end(body.toBuffer());
  }
}
