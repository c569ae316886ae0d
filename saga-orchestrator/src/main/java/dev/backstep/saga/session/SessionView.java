package dev.backstep.saga.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in, and how one signs in here.
 *
 * @param user null for nobody
 * @param expiresAt null for nobody
 */
record SessionView(
    @Nullable User user,
    @Nullable Instant expiresAt,
    Login login,
    String environment,
    String instance,
    Instant serverTime) {
  /** Somebody. */
  record User(String name, String role) {}

  /**
   * How one signs in.
   *
   * @param kind password or oidc
   * @param url where OIDC begins; null for a password
   */
  record Login(String kind, @Nullable String url) {}
}
