package dev.backstep.saga.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstep.contracts.CommandId;
import dev.backstep.contracts.Direction;
import dev.backstep.contracts.Reply;
import dev.backstep.contracts.value.Refusal;
import dev.backstep.contracts.value.RefusalCode;
import dev.backstep.saga.engine.RunEvent.CalledBack;
import dev.backstep.saga.engine.RunEvent.DeadLettered;
import dev.backstep.saga.engine.RunEvent.Operated;
import dev.backstep.saga.engine.RunEvent.Parked;
import dev.backstep.saga.engine.RunEvent.PublishedLate;
import dev.backstep.saga.engine.RunEvent.Replied;
import dev.backstep.saga.engine.RunEvent.Started;
import dev.backstep.saga.engine.RunEvent.Woken;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every state meets every event: it is decided, or it is refused as impossible. */
class EveryPairTest {
  private static final Set<SagaState> OPEN =
      EnumSet.of(SagaState.RUNNING, SagaState.COMPENSATING, SagaState.STUCK);
  private static final Set<SagaState> ALL = EnumSet.allOf(SagaState.class);
  private static final Set<SagaState> NONE = EnumSet.noneOf(SagaState.class);
  private static final CommandId DO_STOCK = new CommandId(Samples.ID, "stock", Direction.DO);
  private static final CommandId UNDO_STOCK = new CommandId(Samples.ID, "stock", Direction.UNDO);
  private static final CommandId SETTLE = new CommandId(Samples.ID, "settlement", Direction.DO);
  private static final Refusal NO = new Refusal(RefusalCode.OUT_OF_STOCK, "None left.");

  private final Story story = new Story(Samples.oneOfEach());

  @TestFactory
  Stream<DynamicTest> everyPair() {
    return runs().entrySet().stream()
        .flatMap(run ->
            events(run.getValue()).entrySet().stream()
                .map(event -> pair(run.getKey(), run.getValue(), event)));
  }

  private DynamicTest pair(
      SagaState state, SagaRun run, Map.Entry<RunEvent, Set<SagaState>> event) {
    var possible = event.getValue().contains(state);
    return DynamicTest.dynamicTest(
        state + (possible ? " takes " : " cannot meet ") + event.getKey(),
        () -> {
          if (possible) {
            var decision = story.decide(run, event.getKey());
            assertThat(decision.run().version()).isEqualTo(run.version() + 1);
            assertThat(decision.entry().seq()).isEqualTo(run.version() + 1);
          } else {
            assertThatThrownBy(() -> story.decide(run, event.getKey()))
                .isInstanceOf(ImpossibleEventException.class)
                .hasMessageContaining(state.name());
          }
        });
  }

  private Map<SagaState, SagaRun> runs() {
    var runs = new LinkedHashMap<SagaState, SagaRun>();
    var running = story.start();
    var turned = story.decide(running, refused(DO_STOCK)).run();
    var compensating = story.decide(running, operated(OperatorAction.COMPENSATE)).run();
    var stuck = story.decide(compensating, new Parked("A bug.")).run();
    runs.put(SagaState.RUNNING, running);
    runs.put(SagaState.COMPENSATING, compensating);
    runs.put(SagaState.STUCK, story.later(stuck));
    runs.put(
        SagaState.COMPENSATED,
        story
            .decide(
                turned,
                new Replied(new CommandId(Samples.ID, "order", Direction.UNDO), new Reply.Undone()))
            .run());
    runs.put(SagaState.RESOLVED, story.decide(stuck, operated(OperatorAction.RESOLVE)).run());
    runs.put(SagaState.COMPLETED, story.completed());
    runs.forEach((state, run) -> assertThat(run.phase().state()).isEqualTo(state));
    assertThat(runs.keySet()).isEqualTo(ALL);
    return runs;
  }

  private Map<RunEvent, Set<SagaState>> events(SagaRun run) {
    var events = new LinkedHashMap<RunEvent, Set<SagaState>>();
    events.put(new Started(), NONE);
    events.put(new Replied(DO_STOCK, new Reply.Done("")), ALL);
    events.put(new Replied(DO_STOCK, new Reply.Refused(NO)), ALL);
    events.put(
        new Replied(UNDO_STOCK, new Reply.Undone()),
        EnumSet.of(SagaState.COMPENSATING, SagaState.STUCK, SagaState.RESOLVED));
    events.put(new Replied(SETTLE, new Reply.Done("")), EnumSet.of(SagaState.COMPLETED));
    events.put(new Replied(unknownStep(), new Reply.Done("")), NONE);
    events.put(new Woken(false), run.dueAt() == null ? NONE : OPEN);
    events.put(new Woken(true), run.dueAt() == null ? NONE : OPEN);
    events.put(new PublishedLate(DO_STOCK, Story.FAR), ALL);
    events.put(new PublishedLate(unknownStep(), Story.FAR), NONE);
    events.put(new DeadLettered(DO_STOCK, "unreadable"), ALL);
    events.put(new Parked("A bug."), ALL);
    events.put(
        new CalledBack(), EnumSet.complementOf(EnumSet.of(SagaState.COMPLETED))); // no way back
    events.put(
        operated(OperatorAction.RETRY), EnumSet.of(SagaState.STUCK)); // others: asked once only
    events.put(operated(OperatorAction.COMPENSATE), EnumSet.of(SagaState.RUNNING));
    events.put(operated(OperatorAction.RESOLVE), EnumSet.of(SagaState.STUCK));
    return events;
  }

  private static CommandId unknownStep() {
    return new CommandId(Samples.ID, "unknown", Direction.DO);
  }

  private static RunEvent refused(CommandId command) {
    return new Replied(command, new Reply.Refused(NO));
  }

  private static RunEvent operated(OperatorAction action) {
    return new Operated(action, "olga", "because");
  }
}
