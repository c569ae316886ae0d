package dev.backstep.saga.kit;

import dev.backstep.contracts.CommandId;
import dev.backstep.contracts.Direction;
import dev.backstep.saga.engine.Saga;
import dev.backstep.saga.engine.SagaState;
import dev.backstep.saga.engine.Step;
import dev.backstep.saga.kit.Scenario.Fate;
import dev.backstep.saga.kit.Scenario.Kind;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Everything that can go wrong, at every step of a saga. */
final class Scenarios {
  /** Enough to use up the attempts of an undo and go on slowly after that. */
  private static final int MORE_THAN_THE_ATTEMPTS = 12;

  private final Saga<?> saga;

  Scenarios(Saga<?> saga) {
    this.saga = saga;
  }

  Stream<Scenario> all() {
    return Stream.concat(Stream.of(Scenario.ending(SagaState.COMPLETED, "all is well")), troubles())
        .flatMap(s -> Stream.of(s, s.andEverythingTwice(), s.andBrokerDown()));
  }

  private Stream<Scenario> troubles() {
    return IntStream.range(0, saga.definition().steps().size()).boxed().flatMap(this::atStep);
  }

  private Stream<Scenario> atStep(int step) {
    return switch (saga.definition().steps().get(step)) {
      case Step.UndoOnly<?> _ -> Stream.of();
      case Step.Compensatable<?> _ -> compensatable(step);
      case Step.Pivot<?> _ -> pivot(step);
      case Step.Retriable<?> _ -> retriable(step);
    };
  }

  private Stream<Scenario> compensatable(int step) {
    var run = id(step, Direction.DO);
    return Stream.of(
            turned("refused " + run.step()).refusing(run, Refusing.FOR_EVER),
            turned("lost do " + run.step()).command(run, Kind.LOST, Fate.ALL),
            turned("lost answer of " + run.step()).reply(run, Kind.LOST, Fate.ALL),
            turned("do after undo " + run.step()).command(run, Kind.HELD, Fate.ALL),
            turned("answer after turning back " + run.step()).reply(run, Kind.HELD, Fate.ALL),
            done("lost first do " + run.step()).command(run, Kind.LOST, 1),
            done("lost first answer of " + run.step()).reply(run, Kind.LOST, 1))
        .flatMap(scenario -> Stream.concat(Stream.of(scenario), withTroubleOnTheWayBack(scenario)));
  }

  /** Only scenarios that turn back are varied; the others never undo. */
  private Stream<Scenario> withTroubleOnTheWayBack(Scenario scenario) {
    if (scenario.end() != SagaState.COMPENSATED) {
      return Stream.of();
    }
    return IntStream.range(0, saga.definition().steps().size())
        .filter(step -> hasUndo(saga.definition().steps().get(step)))
        .mapToObj(step -> id(step, Direction.UNDO))
        .flatMap(undo -> troubleWith(scenario, undo));
  }

  private static Stream<Scenario> troubleWith(Scenario scenario, CommandId undo) {
    return Stream.of(
        named(scenario, "undo refused thrice " + undo.step()).refusing(undo, 3),
        named(scenario, "undo refused until stuck " + undo.step())
            .refusing(undo, MORE_THAN_THE_ATTEMPTS),
        named(scenario, "undo lost until stuck " + undo.step())
            .command(undo, Kind.LOST, MORE_THAN_THE_ATTEMPTS),
        named(scenario, "undo answer lost until stuck " + undo.step())
            .reply(undo, Kind.LOST, MORE_THAN_THE_ATTEMPTS));
  }

  private Stream<Scenario> pivot(int step) {
    var run = id(step, Direction.DO);
    return Stream.concat(
        Stream.of(turned("refused pivot").refusing(run, Refusing.FOR_EVER)), untilKnown(run));
  }

  private Stream<Scenario> retriable(int step) {
    var run = id(step, Direction.DO);
    return Stream.concat(
        Stream.of(done("refused until stuck " + run.step()).refusing(run, 3)), untilKnown(run));
  }

  private static Stream<Scenario> untilKnown(CommandId run) {
    return Stream.of(
        done("lost do " + run.step()).command(run, Kind.LOST, MORE_THAN_THE_ATTEMPTS),
        done("lost answer of " + run.step()).reply(run, Kind.LOST, MORE_THAN_THE_ATTEMPTS),
        done("late answer of " + run.step()).reply(run, Kind.HELD, 2));
  }

  private CommandId id(int step, Direction direction) {
    return saga.commandId(step, direction);
  }

  private static boolean hasUndo(Step<?> step) {
    return switch (step) {
      case Step.UndoOnly<?> _, Step.Compensatable<?> _ -> true;
      case Step.Pivot<?> _, Step.Retriable<?> _ -> false;
    };
  }

  private static Scenario done(String name) {
    return Scenario.ending(SagaState.COMPLETED, name);
  }

  private static Scenario turned(String name) {
    return Scenario.ending(SagaState.COMPENSATED, name);
  }

  private static Scenario named(Scenario s, String more) {
    return new Scenario(
        s.name() + ", " + more,
        s.end(),
        s.refusals(),
        s.commands(),
        s.replies(),
        s.twice(),
        s.brokerDown());
  }
}
