package dev.backstep.saga.engine;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The steps of a kind of saga, in order. Made by {@link #saga}, so one that exists is sound.
 *
 * @param version a saga keeps the version that it started with; steps or policies that change get a
 *     new one
 * @param data what a saga of this kind knows, frozen when it starts
 */
public record SagaDefinition<D>(
    String name, int version, Class<D> data, List<Step<D>> steps, Policies policies) {
  /** Checks that the definition can be run back and forth. */
  public SagaDefinition {
    steps = List.copyOf(steps);
    Soundness.require(name, version, steps);
  }

  /** Begins a definition. */
  public static <D> SagaBuilder<D> saga(String name, Class<D> data) {
    return new SagaBuilder<>(name, data);
  }

  /** Whether also a complete saga can be undone: each of its steps has an undo. */
  boolean canBeCalledBack() {
    return steps.stream()
        .noneMatch(step ->
            switch (step) {
              case Step.UndoOnly<D> _, Step.Compensatable<D> _ -> false;
              case Step.Pivot<D> pivot -> pivot.undo() == null;
              case Step.Retriable<D> retriable -> retriable.undo() == null;
            });
  }

  Step<D> step(int index) {
    return steps.get(index);
  }

  OptionalInt indexOf(String step) {
    return IntStream.range(0, steps.size())
        .filter(i -> steps.get(i).name().equals(step))
        .findFirst();
  }
}
