package dev.backstep.payment.problem;

import dev.backstep.rest.problem.ProblemType;

/** What can be wrong with a request about payments, beside what can be wrong with any. */
public enum PaymentProblem implements ProblemType {
  PAYMENT_NOT_FOUND(404, "There is no such payment");

  private final int status;
  private final String title;

  PaymentProblem(int status, String title) {
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
