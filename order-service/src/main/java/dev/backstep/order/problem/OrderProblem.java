package dev.backstep.order.problem;

import dev.backstep.rest.problem.ProblemType;

/** What can be wrong with a request about orders, beside what can be wrong with any. */
public enum OrderProblem implements ProblemType {
  INVALID_ORDER(400, "The order is not valid"),
  IDEMPOTENCY_KEY_MISSING(400, "The Idempotency-Key header is missing"),
  IDEMPOTENCY_KEY_INVALID(400, "The Idempotency-Key header is not valid"),
  LRA_NOT_OFFERED(400, "Orders join no long running actions here"),
  LRA_NOT_TRUSTED(400, "The Long-Running-Action header names no LRA of the coordinator used here"),
  CALLBACK_NOT_KNOWN(404, "There is no such callback"),
  ORDER_NOT_FOUND(404, "There is no such order"),
  PRODUCT_NOT_FOUND(404, "There is no such product"),
  REQUEST_IN_PROGRESS(409, "A request with this Idempotency-Key is still running"),
  LRA_TOO_LATE(409, "The long running action is ending, or has ended"),
  LRA_UNKNOWN(422, "There is no such long running action for this caller"),
  UNKNOWN_PRODUCT(422, "The order names products that are not on sale"),
  IDEMPOTENCY_KEY_REUSED(422, "The Idempotency-Key was used for another order"),
  TOTAL_NOT_POSSIBLE(422, "The order cannot be priced"),
  TOO_MANY_ORDERS(503, "More orders are under way than can be carried through in good time"),
  LRA_COORDINATOR_AWAY(503, "The coordinator of long running actions cannot be asked");

  private final int status;
  private final String title;

  OrderProblem(int status, String title) {
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
