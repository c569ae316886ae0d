package dev.backstep.payment.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Everything that can be wrong with a request. The type URI of each is stable. */
public enum ProblemType {
  BAD_REQUEST(400, "The request is not valid"),
  UNAUTHENTICATED(401, "A valid token is required"),
  FORBIDDEN(403, "The token does not allow this"),
  PAYMENT_NOT_FOUND(404, "There is no such payment"),
  NOT_FOUND(404, "There is nothing here"),
  METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
  NOT_ACCEPTABLE(406, "No representation is acceptable"),
  BODY_TOO_LARGE(413, "The body is too large"),
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
