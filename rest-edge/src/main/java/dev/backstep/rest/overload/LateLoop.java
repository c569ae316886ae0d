package dev.backstep.rest.overload;

import dev.backstep.rest.problem.EarlyProblem;
import dev.backstep.rest.problem.GeneralProblem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Turns requests away while the event loop that they came by is late, or has as many under way as
 * it can answer in time. Every step of a request waits for its loop again, so a second of lateness
 * makes several, and a queue that is let in only grows. To turn one away costs the loop a fraction
 * of what it costs to answer it.
 */
@Singleton
class LateLoop {
  /** Before anything that costs something, after the note of when it arrived. */
  private static final int EARLY = 1_900;

  /** Probes and metrics tell what is wrong just when it is. */
  private static final String FOR_OPERATORS = "/q/";

  private static final String PREFER = "Prefer";
  private static final String EVENTS = "text/event-stream";

  private final ThreadLocal<Loop> loops = ThreadLocal.withInitial(Loop::new);

  private final Duration limit;
  private final int least;
  private final Counter turnedAway;

  LateLoop(RequestsConfig config, MeterRegistry meters) {
    this.limit = config.latest();
    this.least = config.least();
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
    if (request.request().path().startsWith(FOR_OPERATORS)) {
      request.next();
    } else if (lag.now().compareTo(limit) > 0 || !enter(request, loop.capacity)) {
      refuse(request, loop.returns.next(loop.capacity.each()));
    } else {
      request.next();
    }
  }

  private static boolean enter(RoutingContext request, Capacity capacity) {
    if (restsOnPurpose(request.request())) {
      return true;
    }
    if (!capacity.enter()) {
      return false;
    }
    var left = new AtomicBoolean();
    Runnable leave =
        () -> {
          if (left.compareAndSet(false, true)) {
            capacity.leave();
          }
        };
    request.addHeadersEndHandler(_ -> leave.run());
    request.addEndHandler(_ -> leave.run()); // also of who hangs up
    return true;
  }

  /** Whoever prefers to wait (RFC 7240), or for events, says nothing about the pace. */
  private static boolean restsOnPurpose(HttpServerRequest request) {
    var accepted = request.getHeader(HttpHeaders.ACCEPT);
    return request.headers().contains(PREFER) || (accepted != null && accepted.contains(EVENTS));
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
  private final class Loop {
    private final LoopLag lag = new LoopLag(System::nanoTime);
    private final Capacity capacity = new Capacity(limit, least, System::nanoTime);
    private final ReturnTimes returns = new ReturnTimes(System::nanoTime);
  }
}
