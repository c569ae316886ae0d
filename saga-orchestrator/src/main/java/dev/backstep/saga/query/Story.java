package dev.backstep.saga.query;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an operator reads first.
 *
 * @param tone ok, run, comp, undo, bad or wait
 * @param headline why it is stuck, or what it waits for
 * @param meaning how it came to this, and what it means for customer and stock
 * @param next what happens by itself; null when nothing does
 * @param blockedSince since when the awaited command is unanswered; null when final
 */
record Story(
    String tone,
    String headline,
    String meaning,
    @Nullable String next,
    @Nullable Instant blockedSince,
    @Nullable Instant nextTry,
    int attempt,
    @Nullable Integer attemptsAllowed,
    @Nullable SameCause sameCause,
    List<Fact> facts) {
  /** How many others stand there for the same reason. */
  record SameCause(String cause, long others) {}

  /** Something else that helps to understand. */
  record Fact(String label, String value, @Nullable Instant at, String tone) {}
}
