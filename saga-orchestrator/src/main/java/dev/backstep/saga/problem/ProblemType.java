package dev.backstep.saga.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Everything that can be wrong with a request. The type URI of each is stable. */
public enum ProblemType {
  MALFORMED_BODY(400, "The body is not the JSON that is expected here"),
  INVALID_ACTION(400, "The action is not valid"),
  INVALID_QUERY(400, "A query parameter is not valid"),
  BAD_REQUEST(400, "The request is not valid"),
  LOGIN_REFUSED(401, "Signing in was refused"),
  UNAUTHENTICATED(401, "A valid token or session is required"),
  CROSS_SITE(403, "The request seems to come from another site"),
  FORBIDDEN(403, "The role does not allow this"),
  SAGA_NOT_FOUND(404, "There is no such saga"),
  DEAD_LETTER_NOT_FOUND(404, "There is no such dead letter"),
  NOT_FOUND(404, "There is nothing here"),
  METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
  NOT_ACCEPTABLE(406, "No representation is acceptable"),
  SAGA_MOVED(409, "The saga has moved since it was read"),
  BODY_TOO_LARGE(413, "The body is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "The body must be application/json"),
  ACTION_NOT_ALLOWED(422, "The action is not allowed where the saga stands"),
  TOO_MANY_LOGINS(429, "Too many tries to sign in"),
  INTERNAL_ERROR(500, "Something went wrong on our side"),
  UNAVAILABLE(503, "The service cannot answer right now");

  private static final String ROOT = "https://backstep.dev/problems/";

  private final int status;
  private final String title;

  ProblemType(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** One line for people. */
  public String title() {
    return title;
  }

  /** The stable type. */
  public URI uri() {
    return URI.create(ROOT + name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /** A problem of this type, to be completed. */
  public HttpProblem.Builder problem() {
    return HttpProblem.builder().withType(uri()).withTitle(title).withStatus(status);
  }

  /** A problem of this type. */
  public HttpProblem problem(String detail) {
    return problem().withDetail(detail).build();
  }

  /** The type for a status that the framework answered with; the last listed is the general one. */
  static Optional<ProblemType> general(int status) {
    return Arrays.stream(values()).filter(type -> type.status == status).reduce((_, last) -> last);
  }
}
