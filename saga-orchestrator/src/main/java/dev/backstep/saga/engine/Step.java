package dev.backstep.saga.engine;

import dev.backstep.contracts.Command;
import dev.backstep.contracts.value.Refusal;
import org.jspecify.annotations.Nullable;

/** One step of a saga over data {@code D}. */
public sealed interface Step<D> {
  /** Lower-case letters, digits and hyphens; it is part of every command id of the step. */
  String name();

  /** Whether its commands go by HTTP in a long running action. */
  default boolean goesByLra() {
    return this instanceof Compensatable<D>(var _, var _, var _, var way) && way == Way.LRA;
  }

  /**
   * Already done when the saga starts; can only be undone.
   *
   * @param leave tells it that nobody will undo it any more, when a human settles a saga that was
   *     turning back
   */
  record UndoOnly<D>(String name, Undo<D> undo, Leave<D> leave) implements Step<D> {}

  /**
   * Can be undone as long as the pivot is not done.
   *
   * @param way how its commands reach the participant
   */
  record Compensatable<D>(String name, Run<D> run, Undo<D> undo, Way way) implements Step<D> {}

  /** How the commands of a step reach its participant. */
  enum Way {
    /** As messages. */
    MESSAGE,
    /**
     * By HTTP in a long running action: a do is a call inside of it, an undo is its cancellation.
     */
    LRA
  }

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

  /** Makes the command that is sent in place of an undo that is given up; null for none. */
  @FunctionalInterface
  interface Leave<D> {
    @Nullable Command command(D data);
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
