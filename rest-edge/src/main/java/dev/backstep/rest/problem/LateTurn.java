package dev.backstep.rest.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Asks each whose turn has come at last whether it is worth while: in an {@link Outage} of the
 * database those who waited for a thread are told so, instead of waiting for the database, too.
 */
@Singleton
class LateTurn {
  private static final String ARRIVED = LateTurn.class.getName();

  /** Before anything that takes time. */
  private static final int FIRST = 2_000;

  private final Outage outage;

  LateTurn(Outage outage) {
    this.outage = outage;
  }

  void register(@Observes Filters filters) {
    filters.register(this::arrive, FIRST);
  }

  private void arrive(RoutingContext request) {
    request.put(ARRIVED, outage.now());
    request.next();
  }

  /** On the thread that would do the work. */
  @ServerRequestFilter
  public @Nullable Response check(RoutingContext request) {
    Long arrived = request.get(ARRIVED);
    return arrived != null && outage.isHopeless(arrived)
        ? DatabaseAway.problem().toResponse()
        : null;
  }
}
