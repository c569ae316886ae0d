package dev.backstep.inventory.problem;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Asks for a token, in place of the mappers of the problem extension, which do not know this
 * Quarkus. Never says what was wrong with a token.
 */
class Unauthenticated {
  private static final int BEFORE_THE_EXTENSION = 1;
  private static final String SCHEME = "Bearer";

  @ServerExceptionMapper(priority = BEFORE_THE_EXTENSION)
  Response noToken(UnauthorizedException e) {
    return response();
  }

  @ServerExceptionMapper(priority = BEFORE_THE_EXTENSION)
  Response badToken(AuthenticationFailedException e) {
    return response();
  }

  private static Response response() {
    return ProblemType.UNAUTHENTICATED
        .problem()
        .withHeader(HttpHeaders.WWW_AUTHENTICATE, SCHEME)
        .build()
        .toResponse();
  }
}
