package dev.backstep.saga.session;

import dev.backstep.rest.problem.EarlyProblem;
import dev.backstep.saga.problem.SagaProblem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses to change anything for a cookie that another site might have made the browser send: the
 * request must carry our header, and the browser must say that it comes from our own pages.
 * Requests with a token are no concern of it: no site can make a browser send one.
 */
@Singleton
class CrossSite {
  /** Another site cannot add it without asking first, and is never allowed to. */
  static final String HEADER = "X-Backstep-Console";

  private static final String DETAIL =
      "Changes are taken from the console's own pages, with " + HEADER + ".";
  private static final String FETCH_SITE = "Sec-Fetch-Site";
  private static final String SAME_ORIGIN = "same-origin";
  private static final String LOGIN = "/api/session";
  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
  private static final int BEFORE_ANYBODY_IS_KNOWN = 900;

  void register(@Observes Filters filters) {
    filters.register(CrossSite::check, BEFORE_ANYBODY_IS_KNOWN);
  }

  private static void check(RoutingContext context) {
    if (isConcerned(context.request()) && !isOurs(context.request())) {
      EarlyProblem.answer(context, SagaProblem.CROSS_SITE, DETAIL);
    } else {
      context.next();
    }
  }

  private static boolean isConcerned(HttpServerRequest request) {
    return !SAFE.contains(request.method())
        && !request.headers().contains(HttpHeaders.AUTHORIZATION)
        && (request.getCookie(SessionCookie.NAME) != null || request.path().startsWith(LOGIN));
  }

  private static boolean isOurs(HttpServerRequest request) {
    var site = request.getHeader(FETCH_SITE);
    return request.headers().contains(HEADER)
        && (site == null ? isOwnOrigin(request) : site.equals(SAME_ORIGIN));
  }

  private static boolean isOwnOrigin(HttpServerRequest request) {
    var origin = request.getHeader(HttpHeaders.ORIGIN);
    var authority = request.authority();
    return origin != null
        && authority != null
        && authority.toString().equalsIgnoreCase(authorityOf(origin));
  }

  private static @Nullable String authorityOf(String origin) {
    try {
      return URI.create(origin).getRawAuthority();
    } catch (IllegalArgumentException _) {
      return null; // no origin at all, so none of ours
    }
  }
}
