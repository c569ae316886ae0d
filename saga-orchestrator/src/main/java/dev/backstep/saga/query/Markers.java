package dev.backstep.saga.query;

import dev.backstep.contracts.Direction;
import dev.backstep.saga.engine.LogEntry;
import dev.backstep.saga.engine.RunEvent;
import dev.backstep.saga.query.TimelineItem.Event;
import dev.backstep.saga.query.TimelineItem.Marker;
import dev.backstep.saga.words.EntryWords;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a log entry marks on the time axis, apart from attempts. */
record Markers(Instant start) {
  List<Marker> of(LogEntry entry) {
    var markers = new ArrayList<Marker>();
    if (entry.event() instanceof RunEvent.Operated(var action, var operator, var reason, var _)) {
      markers.add(marker(entry, Event.OPERATOR, action.wireName() + ": " + reason, operator));
    }
    var event = event(entry);
    if (event != null) {
      markers.add(marker(entry, event, text(entry), null));
    }
    var end = end(entry);
    if (end != null) {
      markers.add(marker(entry, end, ended(end), null));
    }
    return markers;
  }

  private static @Nullable Event event(LogEntry entry) {
    return switch (entry.outcome()) {
      case STARTED -> Event.STARTED;
      case STUCK -> Event.STUCK;
      case TURNED_BACK, TIMED_OUT -> Event.TURNED_BACK;
      case REFUSED -> isDo(entry) ? Event.TURNED_BACK : null;
      case LATE, DUPLICATE -> Event.LATE;
      case NOTED, REARMED -> Event.NOTE;
      case RESOLVED -> Event.RESOLVED;
      case DONE, UNDONE, RESENT -> null;
    };
  }

  /** An entry that sends nothing and waits for nothing is the last that counts. */
  private static @Nullable Event end(LogEntry entry) {
    if (!entry.sent().isEmpty()) {
      return null;
    }
    return switch (entry.outcome()) {
      case DONE -> Event.COMPLETED;
      case UNDONE, TURNED_BACK, TIMED_OUT -> Event.COMPENSATED;
      case REFUSED -> isDo(entry) ? Event.COMPENSATED : null;
      case STARTED, STUCK, RESENT, LATE, DUPLICATE, NOTED, REARMED, RESOLVED -> null;
    };
  }

  private static String ended(Event end) {
    return end == Event.COMPLETED ? "everything is done" : "nothing is left of it";
  }

  private static boolean isDo(LogEntry entry) {
    var about = entry.about();
    return about != null && about.direction() == Direction.DO;
  }

  private static String text(LogEntry entry) {
    return entry.reason().isEmpty() ? EntryWords.of(entry) : entry.reason();
  }

  private Marker marker(LogEntry entry, Event event, String text, @Nullable String operator) {
    var offset = Duration.between(start, entry.at()).toMillis();
    return new Marker(entry.seq(), entry.at(), offset, event, text, operator);
  }
}
