package dev.backstep.rest.overload;

import dev.backstep.rest.problem.EarlyProblem;
import dev.backstep.rest.problem.GeneralProblem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** What those are told who cannot be answered now, and how many they were. */
@Singleton
class TurnedAway {
  private static final String RETRY_AFTER_SECONDS = "2";

  /** Probes and metrics tell what is wrong just when it is. */
  private static final String FOR_OPERATORS = "/q/";

  private final Counter counter;

  TurnedAway(MeterRegistry meters) {
    this.counter =
        Counter.builder("backstep.requests.turned.away")
            .description("Requests refused because this process is behind with all it has to do")
            .register(meters);
  }

  static boolean isForOperators(RoutingContext request) {
    return request.request().path().startsWith(FOR_OPERATORS);
  }

  /** Costs a fraction of what the request would. */
  void answer(RoutingContext request) {
    counter.increment();
    request.response().putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    EarlyProblem.answer(
        request,
        GeneralProblem.UNAVAILABLE,
        "More requests came than can be answered in time. Send the same again: see Retry-After.");
    request.request().resume(); // its body is dropped as it comes
  }
}
