package dev.backstep.saga.engine;

import java.util.List;

/**
 * What came of an event: where the saga stands now ({@link SagaRun#dueAt()} says when to wake it),
 * one log entry, and what to do.
 */
public record Decision(SagaRun run, LogEntry entry, List<Effect> effects) {
  /** Takes a copy of the list. */
  public Decision {
    effects = List.copyOf(effects);
  }
}
