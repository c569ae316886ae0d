package dev.backstep.saga.session;

import dev.backstep.rest.access.Roles;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;

/** Who asks, by session or by token. */
@Singleton
public final class Caller {
  private final SecurityIdentity identity;

  Caller(SecurityIdentity identity) {
    this.identity = identity;
  }

  /** The name that goes into the logs. */
  public String name() {
    return identity.getPrincipal().getName();
  }

  /** Whether actions are open to him at all. */
  public boolean isOperator() {
    return identity.hasRole(Roles.OPERATOR);
  }
}
