package dev.backstep.saga.engine;

import dev.backstep.contracts.Direction;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Sets the deadlines of a flight from the moment that its clock started. */
final class Clocks {
  private static final int FIRST = 1;

  private Clocks() {}

  static <D> Flight takeOff(Draft<D> draft, int step, Direction direction) {
    var stepDue = stepDue(draft, step, direction);
    return armed(draft, new Flight(step, direction, FIRST, FIRST, draft.now, null, stepDue, false));
  }

  /** Undo, pivot and retriable wait until they know; only a compensatable do has a deadline. */
  static <D> @Nullable Instant stepDue(Draft<D> draft, int step, Direction direction) {
    return switch (direction) {
      case UNDO -> null;
      case DO ->
          switch (draft.saga.definition().step(step)) {
            case Step.Compensatable<D> _ -> draft.now.plus(draft.policies().step());
            case Step.UndoOnly<D> _, Step.Pivot<D> _, Step.Retriable<D> _ -> null;
          };
    };
  }

  static <D> Flight armed(Draft<D> draft, Flight flight) {
    var answerBy = flight.sentAt().plus(draft.policies().attempt());
    var stepDue = flight.stepDue();
    var due =
        stepDue == null
            ? answerBy.plus(draft.policies().backoff().after(draft.idOf(flight), flight.tries()))
            : earliest(answerBy, stepDue, draft.sagaDue());
    return flight.dueAt(notBefore(draft.now, due));
  }

  static <D> Flight armedSlowly(Draft<D> draft, Flight flight) {
    return flight.dueAt(draft.now.plus(draft.policies().slowRetry()));
  }

  private static Instant earliest(Instant a, Instant b, Instant c) {
    var ab = a.isBefore(b) ? a : b;
    return ab.isBefore(c) ? ab : c;
  }

  private static Instant notBefore(Instant now, Instant due) {
    return due.isBefore(now) ? now : due;
  }
}
