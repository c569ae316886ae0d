package dev.backstep.lra.guard;

import dev.backstep.rest.problem.ProblemType;

/** What can be wrong with a request to the coordinator, beside what can be wrong with any. */
enum LraProblem implements ProblemType {
  CALLBACK_NOT_LISTED(400, "A callback goes where none may go"),
  LRA_ID_INVALID(400, "This is no id of an LRA"),
  LRA_NESTED(400, "LRAs inside of others are not offered"),
  WRONG_ROOT(400, "The coordinator was reached under another name than its own"),
  NOT_YOUR_LRA(403, "Only who started an LRA, or an operator, may do this"),
  STANDING_BY(503, "Another instance is the active one");

  private final int status;
  private final String title;

  LraProblem(int status, String title) {
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
