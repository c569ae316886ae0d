package dev.backstep.saga.query;

import dev.backstep.contracts.Direction;
import dev.backstep.saga.engine.ActionOffer;
import dev.backstep.saga.engine.Flight;
import dev.backstep.saga.engine.OperatorAction;
import dev.backstep.saga.engine.SagaEngine;
import dev.backstep.saga.log.SeenSaga;
import dev.backstep.saga.log.StoredSaga;
import dev.backstep.saga.operations.ActionWords;
import dev.backstep.saga.operations.Deadline;
import dev.backstep.saga.query.ActionOfferView.DeadlineRange;
import dev.backstep.saga.query.ActionOfferView.Effect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an operator may do about a saga, with what it would do: decided here, not in the browser.
 */
final class Offers {
  private static final String NO_OPERATOR = "You may look. Acting is for operators.";
  private static final String GONE = "This version of the service no longer knows its definition.";

  private final SeenSaga saga;
  private final Standing standing;
  private final EffectWords effects;
  private final boolean operator;

  Offers(SeenSaga saga, boolean operator) {
    this.saga = saga;
    this.standing = new Standing(saga);
    this.effects = new EffectWords(SagaFacts.of(saga.data()));
    this.operator = operator;
  }

  /** Empty: a saga whose definition has gone, and which is final. */
  List<ActionOfferView> of(Optional<StoredSaga> stored) {
    return stored
        .map(it -> SagaEngine.offers(it.saga(), it.run()))
        .orElseGet(
            () -> Stream.of(OperatorAction.values()).map(it -> new ActionOffer(it, GONE)).toList())
        .stream()
        .flatMap(this::views)
        .toList();
  }

  private Stream<ActionOfferView> views(ActionOffer offer) {
    var reason = operator ? offer.refusedBecause() : NO_OPERATOR;
    return switch (offer.action()) {
      case RETRY -> Stream.of(retry(reason), retryWithDeadline(reason));
      case COMPENSATE -> Stream.of(compensate(reason));
      case RESOLVE -> Stream.of(resolve(reason));
    };
  }

  private ActionOfferView retry(@Nullable String reason) {
    return view("retry", "Retry " + awaited() + " now", reason, false, retried(), "none", null);
  }

  private ActionOfferView retryWithDeadline(@Nullable String reason) {
    var label = "Retry " + awaited() + " with more time";
    var range = new DeadlineRange(usualSeconds(), Deadline.LEAST, Deadline.MOST);
    return view("retry-with-deadline", label, reason, false, retried(), "none", range);
  }

  private ActionOfferView compensate(@Nullable String reason) {
    var text =
        List.of(
            new Effect(
                "comp", "Everything that was done, or may have been, is undone, last first."),
            new Effect("wait", "The customer is told that the shop called the order off."));
    return view("compensate", "Turn back", reason, true, text, "none", null);
  }

  private ActionOfferView resolve(@Nullable String reason) {
    var text = new ArrayList<Effect>();
    text.add(new Effect("bad", "The saga stops for good, and nothing more is sent."));
    var ledger = new Ledger(saga, SagaFacts.of(saga.data()));
    if (ledger.holds(Ledger.PAYMENT)) {
      text.add(
          new Effect(
              "bad", "First make true outside: " + effects.money() + " refunded, or earned."));
    }
    if (ledger.holds(Ledger.STOCK)) {
      text.add(
          new Effect("bad", "First make true outside: " + effects.goods() + " released, or sold."));
    }
    text.add(new Effect("bad", "First make true outside: the order is closed."));
    return view("resolve", "Resolve by hand", reason, true, text, "order-id", null);
  }

  private List<Effect> retried() {
    var text = new ArrayList<Effect>();
    text.add(
        new Effect("run", "Sends the command again with the same key: it cannot happen twice."));
    text.add(new Effect("wait", "The count of tries begins anew."));
    text.add(new Effect("wait", "A service that has the command already goes on with it at once."));
    if (standing.nextTry() != null) {
      text.add(new Effect("wait", "If you do nothing, it is tried by itself."));
    }
    return text;
  }

  private String awaited() {
    return standing
        .flight()
        .map(flight -> ActionWords.command(standing.step(flight), flight.direction()))
        .orElse("");
  }

  private long usualSeconds() {
    return saga.known()
        .map(it ->
            standing.flight().map(Flight::direction).orElse(Direction.DO) == Direction.DO
                ? it.policies().step()
                : it.policies().attempt())
        .map(Duration::toSeconds)
        .orElse((long) Deadline.LEAST);
  }

  private static ActionOfferView view(
      String action,
      String label,
      @Nullable String reason,
      boolean danger,
      List<Effect> effects,
      String confirm,
      @Nullable DeadlineRange deadline) {
    return new ActionOfferView(
        action,
        label.replace("  ", " "),
        reason == null,
        reason,
        danger,
        effects,
        confirm,
        deadline);
  }
}
