package dev.backstep.saga.session;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Asks whose session that is. */
final class SessionRequest extends BaseAuthenticationRequest {
  private final SessionToken token;

  SessionRequest(SessionToken token) {
    this.token = token;
  }

  SessionToken token() {
    return token;
  }
}
