package dev.backstep.order.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Everything that can be wrong with a request. The type URI of each is stable. */
public enum ProblemType {
  MALFORMED_BODY(400, "The body is not the JSON that is expected here"),
  INVALID_ORDER(400, "The order is not valid"),
  IDEMPOTENCY_KEY_MISSING(400, "The Idempotency-Key header is missing"),
  IDEMPOTENCY_KEY_INVALID(400, "The Idempotency-Key header is not valid"),
  INVALID_QUERY(400, "A query parameter is not valid"),
  BAD_REQUEST(400, "The request is not valid"),
  UNAUTHENTICATED(401, "A valid token is required"),
  FORBIDDEN(403, "The token does not allow this"),
  ORDER_NOT_FOUND(404, "There is no such order"),
  PRODUCT_NOT_FOUND(404, "There is no such product"),
  NOT_FOUND(404, "There is nothing here"),
  METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
  NOT_ACCEPTABLE(406, "No representation is acceptable"),
  REQUEST_IN_PROGRESS(409, "A request with this Idempotency-Key is still running"),
  BODY_TOO_LARGE(413, "The body is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "The body must be application/json"),
  UNKNOWN_PRODUCT(422, "The order names products that are not on sale"),
  IDEMPOTENCY_KEY_REUSED(422, "The Idempotency-Key was used for another order"),
  TOTAL_NOT_POSSIBLE(422, "The order cannot be priced"),
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
