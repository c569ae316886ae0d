package dev.backstep.saga.log;

import dev.backstep.saga.engine.LogEntry;
import dev.backstep.saga.engine.SagaRun;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far one transaction brings one saga.
 *
 * @param before the row as it was read; for a new saga, as it is to be inserted
 * @param after where the saga stands after all the entries
 * @param entries in order, at least one
 */
public record Advance(StoredSaga before, SagaRun after, List<LogEntry> entries) {
  /** Takes a copy of the list. */
  public Advance {
    entries = List.copyOf(entries);
  }

  Instant at() {
    return entries.getLast().at();
  }

  /**
   * When the timer should look. An earlier look that is planned already stays planned: it finds
   * nothing to do and plans anew, and the indexed column need not change with every step.
   */
  @Nullable Instant dueAt() {
    var wanted = after.dueAt();
    var planned = before.dueAt();
    var keep =
        wanted != null && planned != null && planned.isAfter(at()) && !planned.isAfter(wanted);
    return keep ? planned : wanted;
  }
}
