package dev.backstep.rest.overload;

import io.quarkus.vertx.http.runtime.filters.Filters;
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
  static final int EARLY = 1_900;

  private final ThreadLocal<LoopLag> lags =
      ThreadLocal.withInitial(() -> new LoopLag(System::nanoTime));

  private final Duration limit;
  private final TurnedAway turnedAway;

  LateLoop(RequestsConfig config, TurnedAway turnedAway) {
    this.limit = config.latest();
    this.turnedAway = turnedAway;
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, EARLY);
  }

  private void check(RoutingContext request) {
    var lag = lags.get();
    if (lag.send()) {
      request.vertx().runOnContext(_ -> lag.arrive());
    }
    if (lag.now().compareTo(limit) > 0 && !TurnedAway.isForOperators(request)) {
      turnedAway.answer(request);
    } else {
      request.next();
    }
  }
}
