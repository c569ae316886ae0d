package dev.backstep.saga.engine;

import dev.backstep.contracts.Command;
import dev.backstep.contracts.CommandId;
import dev.backstep.contracts.Direction;
import dev.backstep.contracts.value.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What never changes about one saga.
 *
 * @param businessKey the order that it is about
 */
public record Saga<D>(UUID id, UUID businessKey, SagaDefinition<D> definition, D data) {
  /** The id of a command, the same on every attempt. */
  public CommandId commandId(int step, Direction direction) {
    return new CommandId(id, definition.step(step).name(), direction);
  }

  Command run(int step) {
    return switch (definition.step(step)) {
      case Step.Compensatable<D> s -> s.run().command(data);
      case Step.Pivot<D> s -> s.run().command(data);
      case Step.Retriable<D> s -> s.run().command(data);
      case Step.UndoOnly<D> s -> throw new IllegalStateException(s.name() + " is never done here");
    };
  }

  Command undo(int step, Refusal cause) {
    return switch (definition.step(step)) {
      case Step.Compensatable<D> s -> s.undo().command(data, cause);
      case Step.UndoOnly<D> s -> s.undo().command(data, cause);
      case Step.Pivot<D> s -> required(s.name(), s.undo()).command(data, cause);
      case Step.Retriable<D> s -> required(s.name(), s.undo()).command(data, cause);
    };
  }

  private static <D> Step.Undo<D> required(String step, Step.@Nullable Undo<D> undo) {
    if (undo == null) {
      throw new IllegalStateException(step + " has no undo");
    }
    return undo;
  }
}
