package dev.backstep.saga.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.contracts.CommandId;
import dev.backstep.contracts.Direction;
import dev.backstep.contracts.OrderCommand.CancelOrder;
import dev.backstep.contracts.SagaEvent;
import dev.backstep.contracts.value.RefusalCode;
import dev.backstep.saga.engine.RunEvent.DeadLettered;
import dev.backstep.saga.engine.RunEvent.Parked;
import dev.backstep.saga.engine.RunEvent.PublishedLate;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SagaEngineTest {
  private static final CommandId DO_STOCK = new CommandId(Samples.ID, "stock", Direction.DO);

  private final Story story = new Story(Samples.oneOfEach());

  @BeforeEach
  void start() {
    story.start();
  }

  @Test
  void resendsTheSameCommandWhenAnAttemptGetsNoAnswer() {
    var decision = story.woken();
    assertThat(story.untilDue()).isEqualTo(Policies.ATTEMPT);
    assertThat(sent(decision)).containsExactly("stock/do#2");
    assertThat(story.run().retrying()).isTrue();
  }

  @Test
  void undoesAStepThatTimedOutForItMayHaveHappened() {
    story.woken();
    story.woken();
    var decision = story.woken();
    assertThat(decision.entry().outcome()).isEqualTo(Outcome.TIMED_OUT);
    assertThat(sent(decision)).containsExactly("stock/undo#1");
    assertThat(story.state()).isEqualTo(SagaState.COMPENSATING);
  }

  @Test
  void doesNotUndoARefusedStep() {
    assertThat(sent(story.refused("stock"))).containsExactly("order/undo#1");
  }

  @Test
  void tellsTheUndoWhy() {
    var decision = story.refused("stock");
    assertThat(decision.effects())
        .filteredOn(Effect.Send.class::isInstance)
        .extracting(effect -> ((Effect.Send) effect).command())
        .first()
        .isInstanceOfSatisfying(
            CancelOrder.class,
            cancel -> assertThat(cancel.reason().code()).isEqualTo(RefusalCode.OUT_OF_STOCK));
  }

  @Test
  void turnsBackWhenTheSagaTakesTooLong() {
    var policies =
        new Policies(
            Duration.ofSeconds(10),
            Duration.ofSeconds(60),
            Duration.ofSeconds(15),
            Backoff.defaults(),
            8,
            Duration.ofSeconds(60),
            Duration.ofSeconds(5));
    var definition = Samples.oneOfEach().definition();
    var hasty =
        new Story(
            Samples.of(
                new SagaDefinition<>("hasty", 1, definition.data(), definition.steps(), policies)));
    hasty.start();
    hasty.woken();
    var decision = hasty.woken();
    assertThat(hasty.now()).isEqualTo(Story.START.plusSeconds(15));
    assertThat(decision.entry().reason()).contains("could not be finished in time");
    assertThat(sent(decision)).containsExactly("stock/undo#1");
  }

  @Test
  void asksThePivotAgainUntilItKnows() {
    story.done("stock");
    for (int attempt = 2; attempt < 40; attempt++) {
      assertThat(sent(story.woken())).containsExactly("confirmation/do#" + attempt);
    }
    assertThat(story.state()).isEqualTo(SagaState.RUNNING);
    assertThat(story.untilDue()).isBetween(Duration.ofSeconds(25), Duration.ofSeconds(40));
    assertThat(sent(story.done("confirmation"))).containsExactly("settlement/do#1");
  }

  @Test
  void getsStuckWhenAnUndoUsesUpItsAttempts() {
    var decision = untilStuck();
    assertThat(story.state()).isEqualTo(SagaState.STUCK);
    assertThat(decision.entry().reason())
        .isEqualTo(
            "stock could not be undone: no answer to 8 attempts. It is tried again every minute.");
    assertThat(announced(decision)).containsExactly(SagaEvent.SagaStuck.class);
    assertThat(story.untilDue()).isEqualTo(Policies.SLOW_RETRY);
  }

  @Test
  void goesOnTryingSlowlyAndOnWhenTheAnswerComes() {
    untilStuck();
    assertThat(sent(story.woken())).containsExactly("stock/undo#9");
    assertThat(story.state()).isEqualTo(SagaState.STUCK);
    assertThat(sent(story.undone("stock"))).containsExactly("order/undo#1");
    assertThat(story.state()).isEqualTo(SagaState.COMPENSATING);
    story.undone("order");
    assertThat(story.state()).isEqualTo(SagaState.COMPENSATED);
  }

  @Test
  void pausesLongerAfterEachRefusalOfAnUndo() {
    story.operated(OperatorAction.COMPENSATE);
    story.undoRefused("stock");
    assertThat(story.untilDue()).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
    story.woken();
    story.undoRefused("stock");
    assertThat(story.untilDue()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
  }

  @Test
  void countsARefusalDeliveredTwiceOnce() {
    story.operated(OperatorAction.COMPENSATE);
    story.undoRefused("stock");
    var before = story.run().phase();
    assertThat(story.undoRefused("stock").entry().outcome()).isEqualTo(Outcome.DUPLICATE);
    assertThat(story.run().phase()).isEqualTo(before);
  }

  @Test
  void getsStuckWhenARetriableStepIsRefused() {
    story.done("stock");
    story.done("confirmation");
    story.refused("settlement");
    assertThat(story.state()).isEqualTo(SagaState.STUCK);
    assertThat(story.untilDue()).isEqualTo(Policies.SLOW_RETRY);
    assertThat(sent(story.woken())).containsExactly("settlement/do#2");
    story.done("settlement");
    assertThat(story.state()).isEqualTo(SagaState.COMPLETED);
  }

  @Test
  void writesDownALateAnswerAndChangesNothing() {
    story.operated(OperatorAction.COMPENSATE);
    var before = story.run().phase();
    var decision = story.done("stock");
    assertThat(decision.entry().outcome()).isEqualTo(Outcome.LATE);
    assertThat(story.run().phase()).isEqualTo(before);
    assertThat(decision.effects()).isEmpty();
  }

  @Test
  void writesDownADuplicateAndChangesNothing() {
    story.done("stock");
    var before = story.run().phase();
    assertThat(story.done("stock").entry().outcome()).isEqualTo(Outcome.DUPLICATE);
    assertThat(story.run().phase()).isEqualTo(before);
  }

  @Test
  void givesAllTimeBackWhileTheCommandWaitsInTheOutbox() {
    for (int outage = 0; outage < 100; outage++) {
      assertThat(story.wokenUnpublished().entry().outcome()).isEqualTo(Outcome.REARMED);
    }
    story.pass(Duration.ofSeconds(4));
    story.on(new PublishedLate(DO_STOCK, story.now()));
    assertThat(story.untilDue()).isEqualTo(Policies.ATTEMPT);
    assertThat(sent(story.woken())).containsExactly("stock/do#2");
    assertThat(sent(story.woken())).containsExactly("stock/do#3");
    assertThat(story.woken().entry().outcome()).isEqualTo(Outcome.TIMED_OUT);
  }

  @Test
  void cancelsNothingWhenNobodyWasThereToListen() {
    var decision = story.wokenLate(Duration.ofHours(1));
    assertThat(sent(decision)).containsExactly("stock/do#2");
    assertThat(story.untilDue()).isEqualTo(Policies.ATTEMPT);
  }

  @Test
  void isParkedByADeadLetterOfTheAwaitedCommand() {
    var decision = story.on(new DeadLettered(DO_STOCK, "its body is not JSON"));
    assertThat(story.state()).isEqualTo(SagaState.STUCK);
    assertThat(decision.entry().reason()).contains("stock do", "its body is not JSON");
    assertThat(story.run().dueAt()).isNull();
    assertThat(sent(story.done("stock"))).containsExactly("confirmation/do#1");
  }

  @Test
  void givesARetryOfAParkedStepItsWholeTime() {
    story.on(new Parked("A bug."));
    story.pass(Duration.ofHours(1));
    assertThat(sent(story.operated(OperatorAction.RETRY))).containsExactly("stock/do#2");
    assertThat(story.state()).isEqualTo(SagaState.RUNNING);
    assertThat(story.untilDue()).isEqualTo(Policies.ATTEMPT);
  }

  @Test
  void givesARetryTheTimeThatTheOperatorNames() {
    story.start();
    story.woken();
    story.on(retryWithin(Duration.ofMinutes(2)));
    assertThat(story.untilDue()).isEqualTo(Duration.ofMinutes(2));
    assertThat(story.woken().entry().outcome()).isEqualTo(Outcome.TIMED_OUT);
  }

  @Test
  void givesAnUndoTheTimeThatTheOperatorNamesAndThenTheUsualOne() {
    story.start();
    story.done("stock");
    story.refused("confirmation");
    story.woken();
    story.on(retryWithin(Duration.ofMinutes(2)));
    assertThat(story.untilDue()).isEqualTo(Duration.ofMinutes(2));
    assertThat(story.woken().entry().outcome()).isEqualTo(Outcome.RESENT);
    assertThat(story.untilDue()).isLessThan(Duration.ofMinutes(1));
  }

  private static RunEvent retryWithin(Duration patience) {
    return new RunEvent.Operated(OperatorAction.RETRY, "olga", "because", patience);
  }

  @Test
  void offersWhatMayBeDoneAndSaysWhyNot() {
    assertThat(story.refusalOf(OperatorAction.COMPENSATE)).isNull();
    assertThat(story.refusalOf(OperatorAction.RETRY)).contains("still has time to answer");
    assertThat(story.refusalOf(OperatorAction.RESOLVE)).contains("only a stuck one is resolved");
    story.done("stock");
    assertThat(story.refusalOf(OperatorAction.COMPENSATE)).contains("may have happened");
    story.done("confirmation");
    assertThat(story.refusalOf(OperatorAction.COMPENSATE)).contains("only go forward");
    story.done("settlement");
    assertThat(story.refusalOf(OperatorAction.RETRY)).contains("COMPLETED: final");
  }

  @Test
  void keepsTheOperatorsWordsFromTheCustomer() {
    var decision = story.operated(OperatorAction.COMPENSATE);
    assertThat(decision.entry().reason()).isEqualTo("olga: because");
    assertThat(story.run().phase())
        .isInstanceOfSatisfying(
            Phase.Compensating.class,
            phase ->
                assertThat(phase.cause().detail())
                    .isEqualTo("The order was called off by the shop."));
  }

  private Decision untilStuck() {
    story.operated(OperatorAction.COMPENSATE);
    for (int attempt = 1; attempt < Policies.UNDO_ATTEMPTS; attempt++) {
      assertThat(story.woken().entry().outcome()).isEqualTo(Outcome.RESENT);
    }
    return story.woken();
  }

  private static List<String> sent(Decision decision) {
    return decision.entry().sent().stream()
        .map(sent ->
            sent.command().step()
                + "/"
                + sent.command().direction().wireName()
                + "#"
                + sent.attempt())
        .toList();
  }

  private static List<Class<?>> announced(Decision decision) {
    return decision.effects().stream()
        .filter(Effect.Announce.class::isInstance)
        .<Class<?>>map(effect -> ((Effect.Announce) effect).event().getClass())
        .toList();
  }
}
