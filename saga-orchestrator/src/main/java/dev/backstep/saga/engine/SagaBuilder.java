package dev.backstep.saga.engine;

import dev.backstep.saga.engine.Step.Leave;
import dev.backstep.saga.engine.Step.Run;
import dev.backstep.saga.engine.Step.Undo;
import java.util.ArrayList;
import java.util.List;

/** Lists the steps of a saga; {@link #build} refuses what could not be run back and forth. */
public final class SagaBuilder<D> {
  private final String name;
  private final Class<D> data;
  private final List<Step<D>> steps = new ArrayList<>();
  private int version = 1;
  private Policies policies = Policies.defaults();

  SagaBuilder(String name, Class<D> data) {
    this.name = name;
    this.data = data;
  }

  /** From 1; 1 when not said. */
  public SagaBuilder<D> version(int version) {
    this.version = version;
    return this;
  }

  /** Deadlines and pauses; {@link Policies#defaults()} when not said. */
  public SagaBuilder<D> policies(Policies policies) {
    this.policies = policies;
    return this;
  }

  /** A step that is done when the saga starts. */
  public SagaBuilder<D> undoOnly(String step, Undo<D> undo) {
    return undoOnly(step, undo, _ -> null);
  }

  /** The same; it is told when nobody will undo it any more. */
  public SagaBuilder<D> undoOnly(String step, Undo<D> undo, Leave<D> leave) {
    steps.add(new Step.UndoOnly<>(step, undo, leave));
    return this;
  }

  /** A step that can be undone. */
  public SagaBuilder<D> compensatable(String step, Run<D> run, Undo<D> undo) {
    steps.add(new Step.Compensatable<>(step, run, undo, Step.Way.MESSAGE));
    return this;
  }

  /**
   * A step that another team's service does by HTTP in a long running action, which is closed when
   * the saga is complete and cancelled to undo the step.
   *
   * @param run what the service is sent
   * @param undo only names the undo, in logs: the service hears that its LRA was cancelled
   */
  public SagaBuilder<D> lraStep(String step, Run<D> run, Undo<D> undo) {
    steps.add(new Step.Compensatable<>(step, run, undo, Step.Way.LRA));
    return this;
  }

  /** The point of no return. */
  public SagaBuilder<D> pivot(String step, Run<D> run) {
    steps.add(new Step.Pivot<>(step, run, null));
    return this;
  }

  /** The same; its undo is for a saga that is called back when it was complete. */
  public SagaBuilder<D> pivot(String step, Run<D> run, Undo<D> undo) {
    steps.add(new Step.Pivot<>(step, run, undo));
    return this;
  }

  /** A step that is sent again until it is done. */
  public SagaBuilder<D> retriable(String step, Run<D> run) {
    steps.add(new Step.Retriable<>(step, run, null));
    return this;
  }

  /** The same; its undo is for a saga that is called back when it was complete. */
  public SagaBuilder<D> retriable(String step, Run<D> run, Undo<D> undo) {
    steps.add(new Step.Retriable<>(step, run, undo));
    return this;
  }

  /** The definition; an unsound one is an {@link UnsoundDefinitionException} that says why. */
  public SagaDefinition<D> build() {
    return new SagaDefinition<>(name, version, data, steps, policies);
  }
}
