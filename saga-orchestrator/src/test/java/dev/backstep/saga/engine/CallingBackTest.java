package dev.backstep.saga.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstep.contracts.CommandId;
import dev.backstep.contracts.Direction;
import dev.backstep.contracts.OrderCommand.LeaveOrder;
import dev.backstep.contracts.Reply;
import dev.backstep.contracts.SagaEvent;
import dev.backstep.contracts.value.Refusal;
import dev.backstep.contracts.value.RefusalCode;
import dev.backstep.saga.engine.RunEvent.CalledBack;
import dev.backstep.saga.engine.RunEvent.Operated;
import dev.backstep.saga.engine.RunEvent.Parked;
import dev.backstep.saga.engine.RunEvent.Replied;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallingBackTest {
  private final Story story = new Story(Samples.thatCanBeCalledBack());

  @Test
  void undoesACompleteSagaFromItsEnd() {
    story.completed();
    var decision = story.on(new CalledBack());
    assertThat(decision.entry().outcome()).isEqualTo(Outcome.TURNED_BACK);
    assertThat(sent(decision)).containsExactly("settlement/undo");
    assertThat(sent(story.undone("settlement"))).containsExactly("confirmation/undo");
    assertThat(sent(story.undone("confirmation"))).containsExactly("stock/undo");
    assertThat(sent(story.undone("stock"))).containsExactly("order/undo");
    assertThat(story.undone("order").run().phase())
        .isInstanceOfSatisfying(
            Phase.Compensated.class,
            it -> assertThat(it.cause().code()).isEqualTo(RefusalCode.CANCELLED));
  }

  @Test
  void turnsBackAtOnceFromAStepThatCanBeUndone() {
    story.start();
    assertThat(sent(story.on(new CalledBack()))).containsExactly("stock/undo");
    assertThat(story.state()).isEqualTo(SagaState.COMPENSATING);
  }

  @Test
  void waitsForAPivotThatWasSentAndTurnsBackWhenItIsComplete() {
    story.start();
    story.done("stock");
    var noted = story.on(new CalledBack());
    assertThat(noted.entry().outcome()).isEqualTo(Outcome.NOTED);
    assertThat(sent(noted)).isEmpty();
    story.done("confirmation");
    var last = story.done("settlement");
    assertThat(sent(last)).containsExactly("settlement/undo");
    assertThat(last.effects())
        .filteredOn(Effect.Announce.class::isInstance)
        .extracting(effect -> (Object) ((Effect.Announce) effect).event().getClass())
        .containsExactly(SagaEvent.SagaCompleted.class, SagaEvent.SagaTurnedBack.class);
  }

  @Test
  void turnsBackAsUsualWhenThePivotIsRefused() {
    story.start();
    story.done("stock");
    story.on(new CalledBack());
    assertThat(sent(story.refused("confirmation"))).containsExactly("stock/undo");
  }

  @Test
  void changesNothingWhenItHasTurnedBackAlready() {
    story.start();
    story.refused("stock");
    assertThat(story.on(new CalledBack()).entry().outcome()).isEqualTo(Outcome.NOTED);
    story.undone("order");
    assertThat(story.on(new CalledBack()).entry().outcome()).isEqualTo(Outcome.NOTED);
    assertThat(story.state()).isEqualTo(SagaState.COMPENSATED);
  }

  @Test
  void leavesTheOrderAloneForGoodWhenAHumanSettlesItInsteadOfUndoingIt() {
    story.completed();
    story.on(new CalledBack());
    story.on(new Parked("A bug."));
    var resolve = new Operated(OperatorAction.RESOLVE, "olga", "Settled by telephone.");
    assertThat(left(story.on(resolve))).containsExactly(true);
    assertThat(left(story.on(new CalledBack()))).containsExactly(true);
    assertThat(story.state()).isEqualTo(SagaState.RESOLVED);
    var answered = new Replied(new CommandId(Samples.ID, "order", Direction.UNDO), REFUSED);
    assertThat(story.on(answered).entry().outcome()).isEqualTo(Outcome.LATE);
  }

  private static List<Boolean> left(Decision decision) {
    return decision.effects().stream()
        .filter(Effect.Send.class::isInstance)
        .map(effect -> ((Effect.Send) effect).command() instanceof LeaveOrder)
        .toList();
  }

  @Test
  void changesNothingTheSecondTime() {
    story.completed();
    story.on(new CalledBack());
    assertThat(sent(story.on(new CalledBack()))).isEmpty();
    assertThat(sent(story.undone("settlement"))).containsExactly("confirmation/undo");
  }

  @Test
  void comesOutTheSameWhenTheLogIsReadAgain() {
    var saga = Samples.thatCanBeCalledBack();
    var start = SagaEngine.start(saga, Story.START);
    var log = new ArrayList<>(List.of(start.entry()));
    var called = SagaEngine.decide(saga, start.run(), new CalledBack(), Story.START);
    log.add(called.entry());
    assertThat(SagaEngine.fold(saga, log)).isEqualTo(called.run());
  }

  @Test
  void isImpossibleWhereThereIsNoWayBackPastThePivot() {
    var oneWay = new Story(Samples.oneOfEach());
    var complete = oneWay.completed();
    assertThatThrownBy(() -> oneWay.decide(complete, new CalledBack()))
        .isInstanceOf(ImpossibleEventException.class)
        .hasMessageContaining("no way back");
  }

  private static final Reply REFUSED =
      new Reply.Refused(new Refusal(RefusalCode.NOT_POSSIBLE, "Settled by hand."));

  private static List<String> sent(Decision decision) {
    return decision.entry().sent().stream()
        .map(sent -> sent.command().step() + "/" + sent.command().direction().wireName())
        .toList();
  }
}
