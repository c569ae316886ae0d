package dev.backstep.order.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Says why a body is refused that is too large; the server's own limit, behind this one, would cut
 * the connection without a word.
 */
@Singleton
public class BodyLimit {
  /** Five times the largest order: a hundred lines and a long address. */
  public static final int MAX_BYTES = 65_536;

  private static final int BEFORE_THE_SERVER_LOOKS = 1_000;
  private static final String DETAIL = "At most " + MAX_BYTES + " bytes are accepted.";

  void register(@Observes Filters filters) {
    filters.register(BodyLimit::check, BEFORE_THE_SERVER_LOOKS);
  }

  /** The whole body; for one that announced no length and is too long, a problem. */
  public static byte[] read(@Nullable InputStream body) {
    try {
      var bytes = body == null ? new byte[0] : body.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw ProblemType.BODY_TOO_LARGE.problem(DETAIL);
      }
      return bytes;
    } catch (IOException _) {
      throw ProblemType.MALFORMED_BODY.problem("The body ended too early.");
    }
  }

  private static void check(RoutingContext request) {
    if (announced(request) > MAX_BYTES) {
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

  private static void refuse(RoutingContext request) {
    var type = ProblemType.BODY_TOO_LARGE;
    var body =
        new JsonObject()
            .put("type", type.uri().toString())
            .put("title", type.title())
            .put("status", type.status())
            .put("detail", DETAIL)
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
