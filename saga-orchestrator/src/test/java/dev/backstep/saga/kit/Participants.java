package dev.backstep.saga.kit;

import dev.backstep.contracts.CommandId;
import dev.backstep.contracts.Reply;
import dev.backstep.contracts.value.Refusal;
import dev.backstep.contracts.value.RefusalCode;
import dev.backstep.saga.engine.Saga;
import dev.backstep.saga.engine.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Participants that keep the rules of the barrier, and remember every effect in order. */
final class Participants {
  private enum State {
    DONE,
    REFUSED,
    UNDONE
  }

  private final Map<String, State> barrier = new HashMap<>();
  private final List<String> done = new ArrayList<>();
  private final List<String> undone = new ArrayList<>();
  private final Map<CommandId, Integer> refusals;

  Participants(Saga<?> saga, Map<CommandId, Integer> refusals) {
    this.refusals = new HashMap<>(refusals);
    for (var step : saga.definition().steps()) {
      if (step instanceof Step.UndoOnly<?>) {
        barrier.put(step.name(), State.DONE);
        done.add(step.name());
      }
    }
  }

  List<String> done() {
    return done;
  }

  List<String> undone() {
    return undone;
  }

  Reply take(CommandId command) {
    return switch (command.direction()) {
      case DO -> run(command);
      case UNDO -> undo(command);
    };
  }

  private Reply run(CommandId command) {
    return switch (Optional.ofNullable(barrier.get(command.step())).orElse(null)) {
      case null -> first(command);
      case DONE -> new Reply.Done("r");
      case REFUSED -> refused(RefusalCode.OUT_OF_STOCK);
      case UNDONE -> refused(RefusalCode.CANCELLED);
    };
  }

  private Reply first(CommandId command) {
    int left = refusals.merge(command, -1, Integer::sum);
    if (left == Refusing.FOR_EVER - 1) {
      barrier.put(command.step(), State.REFUSED);
      return refused(RefusalCode.OUT_OF_STOCK);
    }
    if (left >= 0) {
      return refused(RefusalCode.NOT_POSSIBLE); // not remembered: the next try is a new one
    }
    barrier.put(command.step(), State.DONE);
    done.add(command.step());
    return new Reply.Done("r");
  }

  private Reply undo(CommandId command) {
    if (barrier.get(command.step()) != State.UNDONE
        && refusals.merge(command, -1, Integer::sum) >= 0) {
      return refused(RefusalCode.NOT_POSSIBLE);
    }
    if (barrier.put(command.step(), State.UNDONE) == State.DONE) {
      undone.add(command.step());
    }
    return new Reply.Undone();
  }

  private static Reply refused(RefusalCode code) {
    return new Reply.Refused(new Refusal(code, "No."));
  }
}
