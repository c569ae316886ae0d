package dev.backstep.saga.console;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Deep links: the address of a page answers with the one document, whose script then draws that
 * page. Files have a dot in their name and no such address.
 */
@Singleton
class PageRoutes {
  private static final String PAGES =
      "/(sagas|dead-letters|consistency|operator-log|login)(/[^./]*)?";

  void register(@Observes Router router) {
    router.routeWithRegex(HttpMethod.GET, PAGES).handler(context -> context.reroute("/"));
  }
}
