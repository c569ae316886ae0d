package dev.backstep.saga.query;

import dev.backstep.contracts.Direction;
import dev.backstep.saga.engine.Flight;
import dev.backstep.saga.engine.Phase;
import dev.backstep.saga.log.SeenSaga;
import dev.backstep.saga.words.Cause;
import dev.backstep.saga.words.StepWords;
import dev.backstep.saga.words.StuckKind;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where one saga stands, in words. */
record Standing(SeenSaga saga) {
  /** The command that it waits for; empty when it is final. */
  Optional<Flight> flight() {
    return switch (saga.run().phase()) {
      case Phase.Open open -> Optional.of(open.flight());
      case Phase.Final _ -> Optional.empty();
    };
  }

  /** What the awaited command is called. */
  String awaited(Flight flight) {
    return StepWords.title(step(flight), flight.direction());
  }

  String step(Flight flight) {
    return saga.stepNames().get(flight.step());
  }

  /** The group that it belongs to; empty when all is well. */
  Optional<Cause> cause() {
    return switch (saga.run().phase()) {
      case Phase.Stuck stuck -> Optional.of(stuckBy(stuck));
      case Phase.Compensating _, Phase.Compensated _ ->
          TurnedBack.why(saga.run()).map(it -> new Cause.TurnedBack(it.code()));
      case Phase.Running _, Phase.Completed _, Phase.Resolved _ -> Optional.empty();
    };
  }

  Cause.Stuck stuckBy(Phase.Stuck stuck) {
    var flight = stuck.flight();
    return new Cause.Stuck(step(flight), flight.direction(), StuckKind.of(stuck.reason()));
  }

  @Nullable Instant nextTry() {
    return flight().map(Flight::due).orElse(null);
  }

  int attempt() {
    return flight().map(Flight::attempt).orElse(0);
  }

  /** After so many attempts it gets stuck; null when there is no such bound, or it is passed. */
  @Nullable Integer attemptsAllowed() {
    return flight()
        .filter(flight -> flight.direction() == Direction.UNDO)
        .flatMap(flight -> saga.known().map(it -> it.policies().undoAttempts()))
        .filter(most -> attempt() <= most)
        .orElse(null);
  }

  /** A line for a list. */
  String happening() {
    return switch (saga.run().phase()) {
      case Phase.Stuck stuck -> stuckBy(stuck).title() + ", attempt " + stuck.flight().attempt();
      case Phase.Running running -> waiting(running.flight());
      case Phase.Compensating compensating -> waiting(compensating.flight());
      case Phase.Completed _ -> "Everything is done";
      case Phase.Compensated(var cause) -> new Cause.TurnedBack(cause.code()).title();
      case Phase.Resolved _ -> "Settled by hand";
    };
  }

  private String waiting(Flight flight) {
    var awaited = awaited(flight);
    var most = attemptsAllowed();
    var count = flight.attempt() + (most == null ? "" : " of " + most);
    if (flight.answered()) {
      return awaited + ": refused, attempt " + count;
    }
    return flight.attempt() == 1
        ? awaited + ": waiting for the answer"
        : awaited + ": no answer yet, attempt " + count;
  }
}
