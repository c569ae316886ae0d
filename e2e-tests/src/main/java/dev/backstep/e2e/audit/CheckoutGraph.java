package dev.backstep.e2e.audit;

import dev.backstep.contracts.Topics;
import dev.backstep.stack.layout.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The checkout as it is declared in the design, for whoever checks what became of it. */
final class CheckoutGraph {
  /**
   * One step.
   *
   * @param participant in whose database its barrier row is
   * @param canBeUndone whether it comes before the pivot
   */
  record Step(String name, Part participant, String topic, boolean canBeUndone) {}

  /** Done by the request itself, so no command does it. */
  static final Step FIRST = new Step("order", Part.ORDER_SERVICE, Topics.ORDER_COMMANDS, true);

  /** In the order in which they are done. */
  static final List<Step> COMMANDED =
      List.of(
          new Step("stock", Part.INVENTORY_SERVICE, Topics.INVENTORY_COMMANDS, true),
          new Step("payment", Part.PAYMENT_SERVICE, Topics.PAYMENT_COMMANDS, true),
          new Step("shipment", Part.ORDER_SERVICE, Topics.SHIPPING_COMMANDS, true),
          new Step("confirmation", Part.ORDER_SERVICE, Topics.ORDER_COMMANDS, false),
          new Step("settlement", Part.INVENTORY_SERVICE, Topics.INVENTORY_COMMANDS, false));

  private CheckoutGraph() {}

  /** The steps of that participant whose commands it gets on that topic, as an SQL list. */
  static String names(List<Step> steps) {
    return steps.stream()
        .map(step -> "'" + step.name() + "'")
        .collect(Collectors.joining(", ", "(", ")"));
  }

  /** Every step with its undo, first to last. */
  static List<Step> all() {
    var all = new ArrayList<>(List.of(FIRST));
    all.addAll(COMMANDED);
    return List.copyOf(all);
  }

  /**
   * What a saga may have sent, in the order in which it sent each for the first time: a beginning
   * of the way forth, then a part of the way back in reverse; or, when it was called back, the
   * whole way forth and then a beginning of the whole way back.
   */
  static String path() {
    var forth = "";
    for (var step : COMMANDED.reversed()) {
      forth = "(%s/do > %s)?".formatted(step.name(), forth);
    }
    var back =
        all().reversed().stream()
            .filter(Step::canBeUndone)
            .map(step -> "(" + step.name() + "/undo > )?")
            .collect(Collectors.joining());
    return "^(" + forth + back + "|" + wayForth() + wayBack() + ")$";
  }

  private static String wayForth() {
    return COMMANDED.stream().map(step -> step.name() + "/do > ").collect(Collectors.joining());
  }

  private static String wayBack() {
    var back = "";
    for (var step : all()) {
      back = "(%s/undo > %s)?".formatted(step.name(), back);
    }
    return back;
  }
}
