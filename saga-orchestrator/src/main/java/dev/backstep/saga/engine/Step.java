package dev.backstep.saga.engine;

import dev.backstep.contracts.Command;
import dev.backstep.contracts.value.Refusal;
import org.jspecify.annotations.Nullable;

/** One step of a saga over data {@code D}. */
public sealed interface Step<D> {
  /** Lower-case letters, digits and hyphens; it is part of every command id of the step. */
  String name();

  /** Already done when the saga starts; can only be undone. */
  record UndoOnly<D>(String name, Undo<D> undo) implements Step<D> {}

  /** Can be undone as long as the pivot is not done. */
  record Compensatable<D>(String name, Run<D> run, Undo<D> undo) implements Step<D> {}

  /**
   * The point of no return: once it is done the saga only goes forward.
   *
   * @param undo only for a saga that is called back when it was complete; null when it cannot be
   */
  record Pivot<D>(String name, Run<D> run, @Nullable Undo<D> undo) implements Step<D> {}

  /**
   * Comes after the pivot and is sent again until it is done.
   *
   * @param undo only for a saga that is called back when it was complete; null when it cannot be
   */
  record Retriable<D>(String name, Run<D> run, @Nullable Undo<D> undo) implements Step<D> {}

  /** Makes the command that does a step. Must be pure: it is asked again for every attempt. */
  @FunctionalInterface
  interface Run<D> {
    Command command(D data);
  }

  /** Makes the command that undoes a step, told why. Must be pure. */
  @FunctionalInterface
  interface Undo<D> {
    Command command(D data, Refusal cause);
  }

  /** An undo that does not care why. */
  @FunctionalInterface
  interface PlainUndo<D> {
    Command command(D data);
  }

  /** Reads as "run" in a definition. */
  static <D> Run<D> run(Run<D> run) {
    return run;
  }

  /** Reads as "undo" in a definition. */
  static <D> Undo<D> undo(PlainUndo<D> undo) {
    return (data, _) -> undo.command(data);
  }

  /** Reads as "undo" in a definition, for a command that carries the reason. */
  static <D> Undo<D> undo(Undo<D> undo) {
    return undo;
  }
}
