package dev.backstep.order.lra;

import dev.backstep.order.OrderStatus;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A saga that has joined a long running action, and what is known of it here.
 *
 * @param asked what the LRA came to; null while it is open
 * @param order null when none was recorded
 * @param givenUp whether an operator has settled the saga by hand while it was to be undone
 */
record Participant(
    Joined joined, @Nullable Wanted asked, @Nullable Carried order, boolean givenUp) {
  /** How an LRA ends. */
  enum Wanted {
    COMPLETE,
    COMPENSATE
  }

  /**
   * The order of the saga.
   *
   * @param undone whether its first step is undone, which is the last thing that a saga undoes
   */
  record Carried(UUID id, OrderStatus status, boolean undone) {}

  /** How the saga stands to what its LRA came to. */
  Standing standing() {
    if (asked == null || order == null) {
      return Standing.ACTIVE;
    }
    return switch (asked) {
      case COMPLETE ->
          switch (order.status) {
            case PENDING -> Standing.COMPLETING;
            case CONFIRMED -> Standing.COMPLETED; // past the point of no return
            case REJECTED, CANCELLED -> Standing.FAILED_TO_COMPLETE;
          };
      case COMPENSATE -> compensating(order);
    };
  }

  private Standing compensating(Carried carried) {
    if (carried.undone) {
      return Standing.COMPENSATED;
    }
    return givenUp ? Standing.FAILED_TO_COMPENSATE : Standing.COMPENSATING;
  }
}
