package dev.backstep.rest.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A database that does not answer is no fault of the client: he may try again. */
final class DatabaseAway {
  /** Long enough for a pool to get its breath back. */
  private static final int RETRY_AFTER_SECONDS = 1;

  // PostgreSQL, appendix A: connection, serialization or deadlock, resources, operator
  // intervention, system error
  private static final Set<String> CLASSES = Set.of("08", "40", "53", "57", "58");
  private static final int LENGTH_OF_CLASS = 2;

  /** Somebody holds a lock for longer than one may wait; the rest of class 55 is ours to mend. */
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private DatabaseAway() {}

  /** Looks for the first database error in the chain, whoever has wrapped it. */
  static boolean caused(@Nullable Throwable failure) {
    return switch (failure) {
      case null -> false;
      case SQLException e -> isAway(e.getSQLState());
      default -> caused(failure.getCause());
    };
  }

  private static boolean isAway(@Nullable String state) {
    return state == null // a pool that ran dry gives none
        || state.equals(LOCK_NOT_AVAILABLE)
        || CLASSES.contains(state.substring(0, Math.min(LENGTH_OF_CLASS, state.length())));
  }

  static HttpProblem problem() {
    return GeneralProblem.UNAVAILABLE
        .problem()
        .withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
        .build();
  }
}
