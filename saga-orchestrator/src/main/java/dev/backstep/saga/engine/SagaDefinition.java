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

  /** Whether the commands of that step go by LRA; false for a step that it does not have. */
  public boolean goesByLra(String step) {
    return steps.stream().anyMatch(it -> it.name().equals(step) && it.goesByLra());
  }

  /** Whether any step goes by LRA: then somebody must hear how the saga ends. */
  public boolean hasLraSteps() {
    return steps.stream().anyMatch(Step::goesByLra);
  }

  /** Whether a saga that stands so has passed the point of no return. */
  public boolean isPivotDone(SagaRun run) {
    return IntStream.range(0, steps.size())
        .anyMatch(i ->
            steps.get(i) instanceof Step.Pivot<?>
                && run.steps().get(i).forth() == StepStatus.Forth.DONE);
  }

  /**
   * Whether also a complete saga can be undone: each of its steps has an undo, and none is an LRA,
   * which nobody can cancel once it is closed.
   */
  boolean canBeCalledBack() {
    return steps.stream()
        .noneMatch(step ->
            switch (step) {
              case Step.UndoOnly<D> _ -> false;
              case Step.Compensatable<D> compensatable -> compensatable.goesByLra();
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
