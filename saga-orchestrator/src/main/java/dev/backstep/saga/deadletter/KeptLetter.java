package dev.backstep.saga.deadletter;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter with what became of it.
 *
 * @param saga the one that was parked because of it
 * @param discardedBy null when it was not
 */
record KeptLetter(Letter letter, @Nullable UUID saga, int replays, @Nullable String discardedBy) {
  /** Why nothing can be done about it any more; empty when something can. */
  Optional<String> refusal() {
    return Optional.ofNullable(discardedBy).map(who -> "It was discarded by " + who + ".");
  }

  /** Why it cannot be discarded; empty when it can. */
  Optional<String> refusalToDiscard() {
    return refusal()
        .or(() -> replays > 0 ? Optional.of("It was sent again already.") : Optional.empty());
  }
}
