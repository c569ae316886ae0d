package dev.backstep.reads.cache;

import java.util.Optional;

/** What Redis says when somebody wants a value. */
sealed interface Entry {
  /** Young enough. */
  record Fresh(String value) implements Entry {}

  /** Old, and somebody else is refreshing it. */
  record Stale(String value) implements Entry {}

  /** Somebody else is fetching the first value. */
  record Awaited() implements Entry {}

  /**
   * It is on us to refresh it.
   *
   * @param fence grows with each refresher and each invalidation; only the latest may write
   * @param old what others are served meanwhile
   */
  record Ours(long fence, Optional<String> old) implements Entry {}

  /** Redis does not answer. */
  record Unknown() implements Entry {}
}
