package dev.backstep.saga.words;

import dev.backstep.contracts.Direction;
import dev.backstep.saga.engine.Step;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How people call a step.
 *
 * @param kind undo-only, compensatable, pivot, retriable, or unknown when the definition has gone
 * @param undoTitle null when it has no undo
 * @param service who carries it out; empty when nobody knows
 */
public record StepWords(
    String step, String kind, String title, @Nullable String undoTitle, String service) {
  /** Which one it is, only the configuration knows. */
  private static final String BY_LRA = "another service, by LRA";

  private record Known(String title, String undoTitle, String service) {}

  private static final Map<String, Known> KNOWN =
      Map.of(
          "order", new Known("Create order", "Cancel order", "order-service"),
          "stock", new Known("Reserve stock", "Release stock", "inventory-service"),
          "payment", new Known("Charge payment", "Refund payment", "payment-service"),
          "shipment", new Known("Book shipment", "Call shipment back", "order-service"),
          "confirmation", new Known("Confirm order", "Revoke confirmation", "order-service"),
          "settlement", new Known("Settle stock", "Take the sale back", "inventory-service"));

  /** The words for a step of a known definition. */
  public static StepWords of(Step<?> step) {
    var words = words(step.name());
    return new StepWords(
        step.name(), kind(step), words.title(), undo(step, words), service(step, words));
  }

  private static String service(Step<?> step, Known words) {
    return step.goesByLra() ? BY_LRA : words.service();
  }

  /** The words for a step of which the name alone is known. */
  public static StepWords ofName(String step) {
    var words = words(step);
    return new StepWords(step, "unknown", words.title(), words.undoTitle(), words.service());
  }

  /** What a command of the step is called, without looking at its definition. */
  public static String title(String step, Direction direction) {
    var words = words(step);
    return switch (direction) {
      case DO -> words.title();
      case UNDO -> words.undoTitle().isEmpty() ? "Undo " + step : words.undoTitle();
    };
  }

  private static Known words(String step) {
    var known = KNOWN.get(step);
    return known == null ? new Known("Do " + step, "Undo " + step, "") : known;
  }

  private static @Nullable String undo(Step<?> step, Known words) {
    return switch (step) {
      case Step.UndoOnly<?> _, Step.Compensatable<?> _ ->
          words.undoTitle().isEmpty() ? "Undo " + step.name() : words.undoTitle();
      case Step.Pivot<?> _, Step.Retriable<?> _ -> null;
    };
  }

  private static String kind(Step<?> step) {
    return switch (step) {
      case Step.UndoOnly<?> _ -> "undo-only";
      case Step.Compensatable<?> _ -> "compensatable";
      case Step.Pivot<?> _ -> "pivot";
      case Step.Retriable<?> _ -> "retriable";
    };
  }
}
