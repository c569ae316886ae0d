package dev.backstep.saga.query;

import dev.backstep.saga.engine.LogEntry;
import dev.backstep.saga.engine.SagaRun;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Draws log entries on a time axis. */
record Timeline(Instant start, SagaRun run) {
  /** A screenful of attempts. */
  static final int USUAL = 100;

  /** So many entries further on, an attempt has ended, or is none that matters. */
  static final int FURTHER = 20;

  /** The first so many of those entries; the others only say how attempts ended. */
  TimelinePage page(List<LogEntry> entries, int count) {
    var shown = entries.subList(0, Math.min(count, entries.size()));
    var attempts = new Attempts(start, !run.phase().state().isFinal());
    var markers = new Markers(start);
    var items = new ArrayList<TimelineItem>();
    for (int i = 0; i < shown.size(); i++) {
      items.addAll(markers.of(shown.get(i)));
      items.addAll(attempts.of(shown.get(i), entries.subList(i + 1, entries.size())));
    }
    return new TimelinePage(
        items,
        shown.isEmpty() ? 0 : shown.getFirst().seq(),
        shown.isEmpty() ? 0 : shown.getLast().seq(),
        run.version());
  }
}
