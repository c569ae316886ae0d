package dev.backstep.saga.session;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Knows people by the cookie of their session. A token, where one is sent, goes before. */
@ApplicationScoped
class SessionAuthentication implements HttpAuthenticationMechanism {
  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext request, IdentityProviderManager identities) {
    var cookie = request.request().getCookie(SessionCookie.NAME);
    if (cookie == null || request.request().headers().contains(HttpHeaders.AUTHORIZATION)) {
      return Uni.createFrom().nullItem();
    }
    return identities.authenticate(new SessionRequest(new SessionToken(cookie.getValue())));
  }

  /** Whoever has nothing to show is asked for a token by the mechanism that knows tokens. */
  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext request) {
    return Uni.createFrom().nullItem();
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of(SessionRequest.class);
  }
}
