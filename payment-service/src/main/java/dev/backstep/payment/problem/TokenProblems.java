package dev.backstep.payment.problem;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Asks for a token. The library's own answer does not fit this Quarkus: it reads a field that has
 * gone, and fails.
 */
class TokenProblems {
  private static final int BEFORE_THE_LIBRARY = Priorities.USER - 100;

  @ServerExceptionMapper(priority = BEFORE_THE_LIBRARY)
  Response missing(UnauthorizedException failure) {
    return askForToken("Send a token: Authorization: Bearer …");
  }

  @ServerExceptionMapper(priority = BEFORE_THE_LIBRARY)
  Response invalid(AuthenticationFailedException failure) {
    return askForToken("The token has expired, or was not made for this service.");
  }

  private static Response askForToken(String detail) {
    return ProblemType.UNAUTHENTICATED
        .problem()
        .withDetail(detail)
        .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
        .build()
        .toResponse();
  }
}
