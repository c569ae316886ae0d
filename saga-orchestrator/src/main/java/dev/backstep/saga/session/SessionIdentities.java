package dev.backstep.saga.session;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Turns a session into who is asking. Looks at every request, so that signing out works at once.
 */
@ApplicationScoped
class SessionIdentities implements IdentityProvider<SessionRequest> {
  private final Sessions sessions;

  SessionIdentities(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Class<SessionRequest> getRequestType() {
    return SessionRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      SessionRequest request, AuthenticationRequestContext context) {
    return context.runBlocking(() ->
        sessions
            .find(request.token())
            .map(SessionIdentities::identity)
            .orElseThrow(() -> new AuthenticationFailedException("no such session, or ended")));
  }

  private static SecurityIdentity identity(ConsoleUser user) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal(user.name()))
        .addRole(user.role())
        .addAttribute(Caller.EXPIRES_AT, user.expiresAt())
        .build();
  }
}
