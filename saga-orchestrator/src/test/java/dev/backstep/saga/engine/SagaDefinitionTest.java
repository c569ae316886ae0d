package dev.backstep.saga.engine;

import static dev.backstep.saga.engine.SagaDefinition.saga;
import static dev.backstep.saga.engine.Step.run;
import static dev.backstep.saga.engine.Step.undo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstep.saga.engine.Step.Run;
import dev.backstep.saga.engine.Step.Undo;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SagaDefinitionTest {
  private static final Run<UUID> RUN = run(Samples::any);
  private static final Undo<UUID> UNDO = undo(o -> Samples.any(o));

  private final SagaBuilder<UUID> sample = saga("sample", UUID.class);

  @Test
  void refusesACompensatableStepAfterThePivot() {
    refuses(
        sample.pivot("pay", RUN).compensatable("book", RUN, UNDO),
        "\"book\" can be undone but comes after the pivot \"pay\"");
  }

  @Test
  void refusesAnUndoOnlyStepAfterThePivot() {
    refuses(sample.pivot("pay", RUN).undoOnly("book", UNDO), "comes after the pivot \"pay\"");
  }

  @Test
  void refusesAStepDoneAtTheStartThatComesLater() {
    refuses(
        sample.compensatable("book", RUN, UNDO).undoOnly("order", UNDO),
        "\"order\" is done when the saga starts");
  }

  @Test
  void refusesARetriableStepBeforeThePivot() {
    refuses(
        sample.retriable("mail", RUN).pivot("pay", RUN),
        "\"mail\" is retriable but no pivot comes before it");
  }

  @Test
  void refusesTwoPivots() {
    refuses(sample.pivot("pay", RUN).pivot("ship", RUN), "\"pay\" and \"ship\" are both pivots");
  }

  @SuppressWarnings("NullAway") // what is missing is what is tested
  @Test
  void refusesAStepWithoutItsUndo() {
    refuses(sample.compensatable("book", RUN, null), "\"book\" has no undo");
  }

  @Test
  void refusesANameUsedTwice() {
    refuses(
        sample.compensatable("book", RUN, UNDO).pivot("book", RUN),
        "the name \"book\" is used twice");
  }

  @Test
  void refusesAMalformedName() {
    refuses(sample.pivot("Book it", RUN), "\"Book it\" is no step name");
  }

  @Test
  void refusesAnEmptyDefinition() {
    refuses(sample, "it has no step to do");
  }

  @Test
  void refusesADefinitionThatOnlyUndoes() {
    refuses(sample.undoOnly("order", UNDO), "it has no step to do");
  }

  @Test
  void refusesVersionZero() {
    refuses(sample.version(0).pivot("pay", RUN), "versions count from 1");
  }

  @Test
  void findsTheVersionThatASagaStartedWith() {
    var one = saga("sample", UUID.class).pivot("pay", RUN).build();
    var two = saga("sample", UUID.class).version(2).pivot("charge", RUN).build();
    var definitions = SagaDefinitions.of(List.of(one, two));
    assertThat(definitions.find("sample", 1)).isSameAs(one);
    assertThat(definitions.find("sample", 2)).isSameAs(two);
    assertThatThrownBy(() -> definitions.find("sample", 3)).hasMessageContaining("version 3");
  }

  private static void refuses(SagaBuilder<UUID> builder, String why) {
    assertThatThrownBy(builder::build)
        .isInstanceOf(UnsoundDefinitionException.class)
        .hasMessageStartingWith("saga sample: ")
        .hasMessageContaining(why);
  }
}
