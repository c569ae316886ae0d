package dev.backstep.saga.query;

import dev.backstep.saga.engine.LogEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Both ends of the time axis.
 *
 * @param last null when the first holds everything
 * @param omitted log entries between the two
 */
record TimelineView(TimelinePage first, @Nullable TimelinePage last, long omitted) {
  static TimelineView of(Timeline timeline, LogWindow window) {
    if (window.size() <= 2L * Timeline.USUAL) {
      var all = window.entries();
      return new TimelineView(timeline.page(all, all.size()), null, 0);
    }
    var end = window.last().isEmpty() ? window.first() : window.last();
    List<LogEntry> tail = end.subList(Math.max(0, end.size() - Timeline.USUAL), end.size());
    return new TimelineView(
        timeline.page(window.first(), Timeline.USUAL),
        timeline.page(tail, tail.size()),
        window.size() - Timeline.USUAL - tail.size());
  }
}
