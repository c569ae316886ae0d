package dev.backstep.saga.session;

import dev.backstep.rest.access.Roles;
import io.quarkus.oidc.AuthorizationCodeFlow;
import io.quarkus.oidc.OidcSession;
import io.quarkus.security.Authenticated;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/**
 * Signing in by OIDC (authorization code flow). The provider is asked once, here; from then on the
 * console's own session counts, as it does after a password.
 */
@Path(OidcLogin.PATH)
class OidcLogin {
  static final String PATH = "/api/session/oidc";

  private static final String HOME = "/";
  private static final String REFUSED = "/login?refused=forbidden";

  private final Sessions sessions;
  private final SecurityIdentity identity;
  private final OidcSession oidc;
  private final InstantSource time;
  private final HttpAuthenticator authenticator;

  OidcLogin(
      Sessions sessions,
      SecurityIdentity identity,
      OidcSession oidc,
      InstantSource time,
      HttpAuthenticator authenticator) {
    this.sessions = sessions;
    this.identity = identity;
    this.oidc = oidc;
    this.time = time;
    this.authenticator = authenticator;
  }

  /** Comes back from the provider with somebody who is known, and goes on to the page named. */
  @GET
  @Authenticated
  @AuthorizationCodeFlow
  public Response signIn(@QueryParam("to") @Nullable String to, @Context UriInfo uri) {
    oidc.logout().await().indefinitely(); // only of the cookie here; the provider's session stays
    return role().map(role -> enter(role, to, uri)).orElseGet(() -> see(REFUSED).build());
  }

  /**
   * Sends whoever comes without having been there to the provider, instead of asking for a token.
   */
  @ServerExceptionMapper
  public Uni<Response> askTheProvider(UnauthorizedException failure, RoutingContext context) {
    return authenticator.getChallenge(context).map(OidcLogin::challenge);
  }

  private static Response challenge(@Nullable ChallengeData wanted) {
    if (wanted == null) {
      return Response.status(Response.Status.UNAUTHORIZED).build();
    }
    var response = Response.status(wanted.status);
    wanted.getHeaders().forEach((name, value) -> response.header(name.toString(), value));
    return response.build();
  }

  private Optional<String> role() {
    return Stream.of(Roles.OPERATOR, Roles.VIEWER).filter(identity::hasRole).findFirst();
  }

  private Response enter(String role, @Nullable String to, UriInfo uri) {
    var begun = sessions.begin(identity.getPrincipal().getName(), role);
    var secure = "https".equals(uri.getRequestUri().getScheme());
    return see(target(to)).cookie(SessionCookie.of(begun, time.instant(), secure)).build();
  }

  private static Response.ResponseBuilder see(String path) {
    return Response.seeOther(URI.create(path));
  }

  /** A path of this console; anything else might lead to another site. */
  private static String target(@Nullable String to) {
    return to != null && to.matches("/[A-Za-z0-9][A-Za-z0-9/_?&=.%-]{0,500}") ? to : HOME;
  }
}
