package dev.backstep.saga.query;

import dev.backstep.saga.engine.SagaDefinition;
import dev.backstep.saga.log.SeenSaga;
import dev.backstep.saga.lra.LraSight;
import dev.backstep.saga.words.StepWords;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** The long running actions of a saga: the one that it is part of, and those of its steps. */
@Singleton
class LraFacts {
  private final LraSight sight;

  LraFacts(LraSight sight) {
    this.sight = sight;
  }

  /** Nothing for most. May ask the coordinator, so not in a transaction. */
  List<Story.Fact> of(SeenSaga saga) {
    var facts = new ArrayList<Story.Fact>();
    var lra = saga.data().path("lra");
    if (lra.isTextual()) {
      facts.add(new Story.Fact("Part of the LRA", lra.textValue(), null, "run"));
      facts.add(new Story.Fact("State of that LRA", sight.stateOf(lra.textValue()), null, "run"));
    }
    if (saga.known().filter(SagaDefinition::hasLraSteps).isPresent()) {
      sight.of(saga.id()).stream().map(LraFacts::step).forEach(facts::add);
    }
    if (!facts.isEmpty()) {
      facts.add(coordinator(sight.coordinator()));
    }
    return facts;
  }

  private static Story.Fact step(LraSight.StepLra it) {
    var tone =
        switch (it.state()) {
          case "Closed", "Active" -> "ok";
          case "FailedToCancel", "FailedToClose" -> "bad";
          case "Cancelled", "NeverBegun" -> "undo";
          default -> "wait";
        };
    var title = StepWords.ofName(it.step()).title() + ", LRA " + it.number();
    var lra = it.lra();
    return new Story.Fact(title, lra == null ? it.state() : it.state() + ": " + lra, null, tone);
  }

  private static Story.Fact coordinator(LraSight.Health health) {
    return switch (health) {
      case UP -> new Story.Fact("LRA coordinator", "answers", null, "ok");
      case AWAY -> new Story.Fact("LRA coordinator", "does not answer", null, "bad");
      case UNKNOWN -> new Story.Fact("LRA coordinator", "not looked at yet", null, "wait");
      case NONE -> new Story.Fact("LRA coordinator", "none is configured", null, "wait");
    };
  }
}
