package dev.backstep.saga.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.backstep.contracts.Direction;
import dev.backstep.saga.engine.Flight;
import dev.backstep.saga.engine.Phase;
import dev.backstep.saga.engine.SagaRun;
import dev.backstep.saga.engine.StepStatus;
import java.util.List;
import java.util.stream.IntStream;

/** One step in both directions, as small as it can be said. */
record PathCell(String step, Forth forth, Back back) {
  /** What became of its do. */
  enum Forth {
    @JsonProperty("pending")
    PENDING,
    @JsonProperty("running")
    RUNNING,
    @JsonProperty("retrying")
    RETRYING,
    @JsonProperty("done")
    DONE,
    @JsonProperty("refused")
    REFUSED,
    @JsonProperty("timed-out")
    TIMED_OUT,
    @JsonProperty("stuck")
    STUCK
  }

  /** What became of its undo; waiting: its turn comes. */
  enum Back {
    @JsonProperty("none")
    NONE,
    @JsonProperty("waiting")
    WAITING,
    @JsonProperty("running")
    RUNNING,
    @JsonProperty("retrying")
    RETRYING,
    @JsonProperty("undone")
    UNDONE,
    @JsonProperty("stuck")
    STUCK
  }

  static List<PathCell> of(List<String> names, SagaRun run) {
    return IntStream.range(0, run.steps().size())
        .mapToObj(i -> new PathCell(names.get(i), forth(run, i), back(run, i)))
        .toList();
  }

  private static Forth forth(SagaRun run, int step) {
    return switch (run.steps().get(step).forth()) {
      case PENDING -> Forth.PENDING;
      case DONE -> Forth.DONE;
      case REFUSED -> isStuckAt(run, step, Direction.DO) ? Forth.STUCK : Forth.REFUSED;
      case TIMED_OUT -> Forth.TIMED_OUT;
      case SENT -> {
        if (isStuckAt(run, step, Direction.DO)) {
          yield Forth.STUCK;
        }
        yield run.retrying() ? Forth.RETRYING : Forth.RUNNING;
      }
    };
  }

  private static Back back(SagaRun run, int step) {
    var status = run.steps().get(step);
    return switch (status.back()) {
      case UNDONE -> Back.UNDONE;
      case SENT -> {
        if (isStuckAt(run, step, Direction.UNDO)) {
          yield Back.STUCK;
        }
        yield run.retrying() ? Back.RETRYING : Back.RUNNING;
      }
      case NOT_ASKED -> TurnedBack.isOn(run) && mayHaveHappened(status) ? Back.WAITING : Back.NONE;
    };
  }

  static boolean mayHaveHappened(StepStatus status) {
    return switch (status.forth()) {
      case DONE, TIMED_OUT -> true;
      case PENDING, SENT, REFUSED -> false;
    };
  }

  private static boolean isStuckAt(SagaRun run, int step, Direction direction) {
    return run.phase() instanceof Phase.Stuck stuck && isAt(stuck.flight(), step, direction);
  }

  private static boolean isAt(Flight flight, int step, Direction direction) {
    return flight.step() == step && flight.direction() == direction;
  }
}
