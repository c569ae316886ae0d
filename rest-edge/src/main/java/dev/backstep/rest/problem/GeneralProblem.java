package dev.backstep.rest.problem;

import java.util.Arrays;
import java.util.Optional;

/** What can be wrong with any request to any service. */
public enum GeneralProblem implements ProblemType {
  MALFORMED_BODY(400, "The body is not the JSON that is expected here"),
  INVALID_QUERY(400, "A query parameter is not valid"),
  BAD_REQUEST(400, "The request is not valid"),
  UNAUTHENTICATED(401, "A valid token is required"),
  FORBIDDEN(403, "The role does not allow this"),
  NOT_FOUND(404, "There is nothing here"),
  METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
  NOT_ACCEPTABLE(406, "No representation is acceptable"),
  BODY_TOO_LARGE(413, "The body is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "The body must be application/json"),
  INTERNAL_ERROR(500, "Something went wrong on our side"),
  UNAVAILABLE(503, "The service cannot answer right now");

  private final int status;
  private final String title;

  GeneralProblem(int status, String title) {
    this.status = status;
    this.title = title;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String title() {
    return title;
  }

  /** The type for a status that the framework answered with; the last listed is the general one. */
  static Optional<GeneralProblem> of(int status) {
    return Arrays.stream(values()).filter(type -> type.status == status).reduce((_, last) -> last);
  }
}
