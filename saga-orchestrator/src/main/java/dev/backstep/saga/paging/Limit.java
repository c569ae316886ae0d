package dev.backstep.saga.paging;

import dev.backstep.rest.problem.GeneralProblem;
import org.jspecify.annotations.Nullable;

/** How many rows a page has. */
public final class Limit {
  /** A screenful. */
  public static final int USUAL = 50;

  /** Keeps an answer small. */
  public static final int MOST = 200;

  private Limit() {}

  /** What a client asks for; a problem when it is not 1 to 200. */
  public static int of(@Nullable Integer wish) {
    if (wish == null) {
      return USUAL;
    }
    if (wish < 1 || wish > MOST) {
      throw GeneralProblem.INVALID_QUERY.problem("limit is 1 to " + MOST + ".");
    }
    return wish;
  }
}
