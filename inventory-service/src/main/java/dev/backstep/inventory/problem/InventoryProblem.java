package dev.backstep.inventory.problem;

import dev.backstep.rest.problem.ProblemType;

/** What can be wrong with a request about products and stock, beside what can be wrong with any. */
public enum InventoryProblem implements ProblemType {
  INVALID_PRODUCT(400, "The product is not valid"),
  IDEMPOTENCY_KEY_MISSING(400, "The Idempotency-Key header is missing"),
  IDEMPOTENCY_KEY_INVALID(400, "The Idempotency-Key header is not valid"),
  PRODUCT_NOT_FOUND(404, "There is no such product"),
  IDEMPOTENCY_KEY_REUSED(422, "The Idempotency-Key was used for another request");

  private final int status;
  private final String title;

  InventoryProblem(int status, String title) {
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
