package dev.backstep.saga.dashboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.backstep.saga.engine.SagaDefinitions;
import dev.backstep.saga.engine.Step;
import dev.backstep.saga.engine.StepStatus;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Whether sagas in trouble hold money and stock: their step is done, and not undone. Without an
 * answer to the step they perhaps do.
 */
@Singleton
class Held {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String PAYMENT = "payment";
  private static final String STOCK = "stock";

  private final SagaDefinitions definitions;

  Held(SagaDefinitions definitions) {
    this.definitions = definitions;
  }

  boolean money(TroubleTable.Trouble trouble) {
    return holds(trouble, PAYMENT);
  }

  boolean perhapsMoney(TroubleTable.Trouble trouble) {
    return status(trouble, PAYMENT).filter(Held::isPerhapsHeld).isPresent();
  }

  boolean stock(TroubleTable.Trouble trouble) {
    return holds(trouble, STOCK);
  }

  private boolean holds(TroubleTable.Trouble trouble, String step) {
    return status(trouble, step).filter(Held::isHeld).isPresent();
  }

  private Optional<StepStatus> status(TroubleTable.Trouble trouble, String step) {
    return definitions
        .known(trouble.definition(), trouble.version())
        .map(it -> it.steps().stream().map(Step::name).toList().indexOf(step))
        .filter(index -> index >= 0)
        .map(index -> statuses(trouble.steps()).get(index));
  }

  private static boolean isHeld(StepStatus status) {
    return status.forth() == StepStatus.Forth.DONE && status.back() != StepStatus.Back.UNDONE;
  }

  private static boolean isPerhapsHeld(StepStatus status) {
    return switch (status.forth()) {
      case SENT, TIMED_OUT -> status.back() != StepStatus.Back.UNDONE;
      case PENDING, DONE, REFUSED -> false;
    };
  }

  private static List<StepStatus> statuses(String json) {
    try {
      return Arrays.asList(JSON.readValue(json, StepStatus[].class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored JSON is no list of step statuses", e);
    }
  }
}
