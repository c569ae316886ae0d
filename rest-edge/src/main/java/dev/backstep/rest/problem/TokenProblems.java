package dev.backstep.rest.problem;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Asks for a token, and never says what was wrong with the one it got. The library's own answer
 * does not fit this Quarkus: it reads a field that has gone, and fails.
 */
public class TokenProblems {
  private static final int BEFORE_THE_LIBRARY = Priorities.USER - 100;

  /** No token came. */
  @ServerExceptionMapper(priority = BEFORE_THE_LIBRARY)
  public Response missing(UnauthorizedException failure) {
    return askForToken("Send a token: Authorization: Bearer …");
  }

  /** One came that proves nothing. */
  @ServerExceptionMapper(priority = BEFORE_THE_LIBRARY)
  public Response invalid(AuthenticationFailedException failure) {
    return askForToken("The token has expired, or was not made for this service.");
  }

  private static Response askForToken(String detail) {
    return GeneralProblem.UNAUTHENTICATED
        .problem()
        .withDetail(detail)
        .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
        .build()
        .toResponse();
  }
}
