package dev.backstep.saga.query;

import dev.backstep.saga.engine.Phase;
import dev.backstep.saga.log.SeenSaga;
import java.util.ArrayList;
import java.util.Locale;

/** What the place where a saga stands means for customer and stock. */
final class Meaning {
  private final SeenSaga saga;
  private final Ledger ledger;
  private final EffectWords effects;

  Meaning(SeenSaga saga) {
    this.saga = saga;
    var facts = SagaFacts.of(saga.data());
    this.ledger = new Ledger(saga, facts);
    this.effects = new EffectWords(facts);
  }

  String text() {
    return switch (saga.run().phase()) {
      case Phase.Running _ -> "The order is pending. " + held("");
      case Phase.Compensating(var _, var cause) -> cause.detail() + " " + held("So far ");
      case Phase.Stuck stuck -> stuck(stuck);
      case Phase.Completed _ ->
          "The customer has paid %s and gets %s.".formatted(effects.money(), effects.goods());
      case Phase.Compensated(var cause) ->
          cause.detail() + " The customer has paid nothing, and no stock is held.";
      case Phase.Resolved(var reason) -> Cut.of(reason);
    };
  }

  private String stuck(Phase.Stuck stuck) {
    var cause = stuck.cause();
    var text = new ArrayList<String>();
    if (cause != null) {
      text.add(cause.detail());
      text.add("Until this goes through " + heldMiddle() + ".");
    } else {
      text.add(held("Until this goes through "));
    }
    text.add(
        "Nothing is lost: every try carries the same key, so trying again cannot do it twice.");
    return String.join(" ", text);
  }

  private String heldMiddle() {
    var money = ledger.holds(Ledger.PAYMENT);
    var stock = ledger.holds(Ledger.STOCK);
    if (money && stock) {
      return "the customer has paid %s for an order that will not come, and %s"
          .formatted(effects.money(), effects.held());
    }
    if (money) {
      return "the customer has paid %s for an order that will not come".formatted(effects.money());
    }
    var paid =
        ledger.mayHold(Ledger.PAYMENT)
            ? "nobody knows whether the customer has paid " + effects.money()
            : "the customer has paid nothing";
    return stock ? "%s, and %s".formatted(paid, effects.held()) : paid + ", and no stock is held";
  }

  private String held(String beginning) {
    var money =
        ledger.holds(Ledger.PAYMENT)
            ? effects.money() + " are taken"
            : ledger.mayHold(Ledger.PAYMENT)
                ? effects.money() + " may be taken"
                : "no money is taken";
    var stock = ledger.holds(Ledger.STOCK) ? effects.reserved() : "no stock is held";
    var sentence = beginning + money + " and " + stock + ".";
    return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
  }
}
