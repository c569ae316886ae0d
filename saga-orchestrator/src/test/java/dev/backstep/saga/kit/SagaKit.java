package dev.backstep.saga.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.contracts.CommandId;
import dev.backstep.contracts.Direction;
import dev.backstep.saga.engine.Effect;
import dev.backstep.saga.engine.LogEntry;
import dev.backstep.saga.engine.Saga;
import dev.backstep.saga.engine.SagaState;
import dev.backstep.saga.engine.Step;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Plays a saga with every trouble at every step, then verifies the clean slate. Works with any
 * definition whose policies are the defaults or alike.
 */
public final class SagaKit {
  private SagaKit() {}

  /** One test per trouble. */
  public static <D> Stream<DynamicTest> everyTrouble(Saga<D> saga) {
    return new Scenarios(saga)
        .all()
        .map(scenario -> DynamicTest.dynamicTest(scenario.name(), () -> verify(saga, scenario)));
  }

  private static <D> void verify(Saga<D> saga, Scenario scenario) {
    var play = Play.of(saga, scenario);
    assertThat(play.run().phase().state()).isEqualTo(scenario.end());
    assertThat(play.log().stream().map(LogEntry::seq))
        .containsExactlyElementsOf(
            LongStream.rangeClosed(1, play.run().version()).boxed().toList());
    verifyEffects(saga, play, scenario.end());
    verifyAnnouncements(play);
  }

  private static <D> void verifyEffects(Saga<D> saga, Play<D> play, SagaState end) {
    var done = play.participants().done();
    var undone = play.participants().undone();
    assertThat(done).doesNotHaveDuplicates();
    if (end == SagaState.COMPLETED) {
      assertThat(done).containsExactlyElementsOf(names(saga));
      assertThat(undone).isEmpty();
    } else {
      assertThat(undone).containsExactlyElementsOf(done.reversed());
      assertThat(firstUndos(play)).isSubsetOf(names(saga)).doesNotHaveDuplicates();
      assertThat(indexes(saga, firstUndos(play))).isSortedAccordingTo((a, b) -> b - a);
    }
  }

  private static <D> void verifyAnnouncements(Play<D> play) {
    var versions =
        play.effects().stream()
            .filter(Effect.Announce.class::isInstance)
            .map(effect -> ((Effect.Announce) effect).event().version())
            .toList();
    assertThat(versions).isSorted().first().isEqualTo(1L);
  }

  private static <D> List<String> names(Saga<D> saga) {
    return saga.definition().steps().stream().map(Step::name).toList();
  }

  private static <D> List<Integer> indexes(Saga<D> saga, List<String> steps) {
    return steps.stream().map(names(saga)::indexOf).toList();
  }

  private static <D> List<String> firstUndos(Play<D> play) {
    return play.log().stream()
        .flatMap(entry -> entry.sent().stream())
        .filter(sent -> sent.attempt() == 1)
        .map(LogEntry.Sent::command)
        .filter(command -> command.direction() == Direction.UNDO)
        .map(CommandId::step)
        .toList();
  }
}
