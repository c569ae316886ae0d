package dev.backstep.saga.problem;

import dev.backstep.rest.problem.ProblemType;

/** What can be wrong with a request to the orchestrator, beside what can be wrong with any. */
public enum SagaProblem implements ProblemType {
  INVALID_ACTION(400, "The action is not valid"),
  LOGIN_REFUSED(401, "Signing in was refused"),
  CROSS_SITE(403, "The request seems to come from another site"),
  SAGA_NOT_FOUND(404, "There is no such saga"),
  DEAD_LETTER_NOT_FOUND(404, "There is no such dead letter"),
  BULK_NOT_FOUND(404, "There is no such bulk run"),
  BULK_MOVED(409, "The bulk run is not where it was seen"),
  SAGA_MOVED(409, "The saga has moved since it was read"),
  NOT_CONFIRMED(422, "The order number is another one"),
  ACTION_NOT_ALLOWED(422, "The action is not allowed where the saga stands"),
  TOO_MANY_LOGINS(429, "Too many tries to sign in");

  private final int status;
  private final String title;

  SagaProblem(int status, String title) {
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
}
