package dev.backstep.saga.bulk;

import dev.backstep.saga.engine.OperatorAction;
import dev.backstep.saga.engine.Phase;
import dev.backstep.saga.engine.SagaEngine;
import dev.backstep.saga.log.SeenSaga;
import dev.backstep.saga.log.StoredSaga;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says of one saga whether an act on many should include it. */
final class Judge {
  private static final String GOES_ON = "It goes on by itself, and is asked again soon.";
  private static final String TURNED = "It has turned back already.";

  private Judge() {}

  /** Whether the act is necessary at all; empty when it is. */
  static Optional<Item> skip(SeenSaga saga, OperatorAction action) {
    return Optional.ofNullable(needless(saga, action))
        .map(why -> new Item(saga.id(), saga.run().version(), Verdict.SKIPPED, why));
  }

  /** Whether the saga allows it. */
  static Item judge(StoredSaga stored, OperatorAction action) {
    return SagaEngine.offers(stored.saga(), stored.run()).stream()
        .filter(offer -> offer.action() == action && !offer.allowed())
        .map(offer -> item(stored, Verdict.REFUSED, offer.refusedBecause()))
        .findFirst()
        .orElseGet(() -> item(stored, Verdict.WILL_RUN, null));
  }

  private static @Nullable String needless(SeenSaga saga, OperatorAction action) {
    return switch (saga.run().phase()) {
      case Phase.Final it -> "It is " + it.state() + " already.";
      case Phase.Running _ -> action == OperatorAction.RETRY ? GOES_ON : null;
      case Phase.Compensating _ -> action == OperatorAction.RETRY ? GOES_ON : TURNED;
      case Phase.Stuck stuck ->
          action == OperatorAction.COMPENSATE && stuck.cause() != null ? TURNED : null;
    };
  }

  private static Item item(StoredSaga stored, Verdict verdict, @Nullable String why) {
    return new Item(stored.saga().id(), stored.run().version(), verdict, why);
  }
}
