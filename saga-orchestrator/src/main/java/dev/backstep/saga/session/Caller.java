package dev.backstep.saga.session;

import dev.backstep.rest.access.Roles;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** Who asks, by session or by token. */
@Singleton
public final class Caller {
  static final String EXPIRES_AT = "expires-at";

  private final SecurityIdentity identity;

  Caller(SecurityIdentity identity) {
    this.identity = identity;
  }

  /** The name that goes into the logs. */
  public String name() {
    return identity.getPrincipal().getName();
  }

  /** When his session ends; empty when he came with a token. */
  public Optional<Instant> expiresAt() {
    return Optional.ofNullable(identity.getAttribute(EXPIRES_AT));
  }

  /** Whether actions are open to him at all. */
  public boolean isOperator() {
    return identity.hasRole(Roles.OPERATOR);
  }
}
