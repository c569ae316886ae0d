package dev.backstep.rest.overload;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Lets few requests in at once while this process is cold. Those who waited for its start come all
 * at once; let in together, each of them waits until code is loaded and compiled for all.
 */
@Singleton
class SlowStart {
  /** Behind {@link LateLoop}, before anything that costs something. */
  private static final int EARLY = LateLoop.EARLY - 1;

  private final WarmUp warmUp;
  private final TurnedAway turnedAway;

  SlowStart(RequestsConfig config, TurnedAway turnedAway) {
    this.warmUp = new WarmUp(config.mostWhileCold(), System::nanoTime);
    this.turnedAway = turnedAway;
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, EARLY);
  }

  private void check(RoutingContext request) {
    if (TurnedAway.isForOperators(request) || warmUp.isOver()) {
      request.next();
    } else if (warmUp.letIn()) {
      request.addEndHandler(_ -> warmUp.left());
      request.next();
    } else {
      turnedAway.answer(request);
    }
  }
}
