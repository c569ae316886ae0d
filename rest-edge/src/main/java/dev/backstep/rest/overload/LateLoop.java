package dev.backstep.rest.overload;

import dev.backstep.rest.problem.EarlyProblem;
import dev.backstep.rest.problem.GeneralProblem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Turns requests away while the event loop that they came by is late. Every step of a request waits
 * for its loop again, so a second of lateness makes several, and a queue that is let in only grows.
 * To turn one away costs the loop a fraction of what it costs to answer it.
 */
@Singleton
class LateLoop {
  /** Before anything that costs something, after the note of when it arrived. */
  private static final int EARLY = 1_900;

  /** Probes and metrics tell what is wrong just when it is. */
  private static final String FOR_OPERATORS = "/q/";

  private final ThreadLocal<Loop> loops = ThreadLocal.withInitial(Loop::new);

  private final Duration limit;
  private final Counter turnedAway;

  LateLoop(RequestsConfig config, MeterRegistry meters) {
    this.limit = config.latest();
    this.turnedAway =
        Counter.builder("backstep.requests.turned.away")
            .description("Requests refused because this process is behind with all it has to do")
            .register(meters);
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, EARLY);
  }

  private void check(RoutingContext request) {
    var loop = loops.get();
    var lag = loop.lag;
    if (lag.send()) {
      request.vertx().runOnContext(_ -> lag.arrive());
    }
    if (lag.now().compareTo(limit) > 0 && !request.request().path().startsWith(FOR_OPERATORS)) {
      refuse(request, loop.returns.next());
    } else {
      loop.returns.letIn();
      request.next();
    }
  }

  private void refuse(RoutingContext request, Duration away) {
    turnedAway.increment();
    var seconds = Long.toString(Math.ceilDiv(away.toMillis(), 1_000));
    request.response().putHeader(HttpHeaders.RETRY_AFTER, seconds);
    EarlyProblem.answer(
        request,
        GeneralProblem.UNAVAILABLE,
        "More requests came than can be answered in time. Send the same again: see Retry-After.");
    request.request().resume(); // its body is dropped as it comes
  }

  /** What is known of the loop whose thread asks. */
  private static final class Loop {
    private final LoopLag lag = new LoopLag(System::nanoTime);
    private final ReturnTimes returns = new ReturnTimes(System::nanoTime);
  }
}
