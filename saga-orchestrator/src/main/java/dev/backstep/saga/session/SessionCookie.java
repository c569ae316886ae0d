package dev.backstep.saga.session;

import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/** The cookie: unseen by scripts, and never sent along by another site. */
final class SessionCookie {
  static final String NAME = "backstep_console";

  private static final String EVERYWHERE = "/";

  private SessionCookie() {}

  static NewCookie of(Sessions.Begun begun, Instant now, boolean secure) {
    var left = Duration.between(now, begun.user().expiresAt());
    return cookie(begun.token().value(), secure)
        .maxAge((int) left.toSeconds())
        .expiry(Date.from(begun.user().expiresAt()))
        .build();
  }

  static NewCookie none(boolean secure) {
    return cookie("", secure).maxAge(0).expiry(Date.from(Instant.EPOCH)).build();
  }

  private static NewCookie.Builder cookie(String value, boolean secure) {
    return new NewCookie.Builder(NAME)
        .value(value)
        .path(EVERYWHERE)
        .httpOnly(true)
        .secure(secure)
        .sameSite(NewCookie.SameSite.STRICT);
  }
}
