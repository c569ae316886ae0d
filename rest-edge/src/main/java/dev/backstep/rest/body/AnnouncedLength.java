package dev.backstep.rest.body;

import dev.backstep.rest.problem.EarlyProblem;
import dev.backstep.rest.problem.GeneralProblem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Refuses a body that says itself that it is too large, before anything of it is read. */
@Singleton
class AnnouncedLength {
  private static final int BEFORE_THE_SERVER_LOOKS = 1_000;

  void register(@Observes Filters filters) {
    filters.register(AnnouncedLength::check, BEFORE_THE_SERVER_LOOKS);
  }

  private static void check(RoutingContext request) {
    if (announced(request) > BodyLimit.MAX_BYTES) {
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
    EarlyProblem.answer(request, GeneralProblem.BODY_TOO_LARGE, BodyLimit.DETAIL);
    // Dropped as it comes: whoever is cut off while he sends does not hear the answer.
    request.request().resume();
  }
}
