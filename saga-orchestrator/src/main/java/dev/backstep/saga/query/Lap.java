package dev.backstep.saga.query;

import dev.backstep.contracts.CommandId;
import dev.backstep.contracts.Reply;
import dev.backstep.saga.engine.LogEntry;
import dev.backstep.saga.engine.RunEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One command of one saga from its first sending to its end.
 *
 * @param end null while it waits
 * @param code of the last refusal
 * @param reference what the participant calls the effect
 */
record Lap(
    Instant start,
    @Nullable Instant end,
    int attempts,
    @Nullable String code,
    @Nullable String reference) {
  /** Reads the laps of all commands from a log. */
  static Map<CommandId, Lap> of(List<LogEntry> log) {
    var laps = new HashMap<CommandId, Lap>();
    for (var entry : log) {
      for (var sent : entry.sent()) {
        laps.merge(
            sent.command(),
            new Lap(entry.at(), null, sent.attempt(), null, null),
            (known, more) ->
                new Lap(known.start, null, more.attempts, known.code, known.reference));
      }
      var about = entry.about();
      if (about != null) {
        laps.computeIfPresent(about, (_, lap) -> lap.with(entry));
      }
    }
    return laps;
  }

  private Lap with(LogEntry entry) {
    return switch (entry.outcome()) {
      case DONE, UNDONE, TIMED_OUT, TURNED_BACK ->
          new Lap(start, entry.at(), attempts, code, referenceOf(entry));
      case REFUSED, STUCK -> new Lap(start, entry.at(), attempts, codeOf(entry), reference);
      case STARTED, RESENT, REARMED, RESOLVED, DUPLICATE, LATE, NOTED -> this;
    };
  }

  private static @Nullable String referenceOf(LogEntry entry) {
    return entry.event() instanceof RunEvent.Replied(var _, Reply.Done(var reference))
            && !reference.isEmpty()
        ? reference
        : null;
  }

  private @Nullable String codeOf(LogEntry entry) {
    return entry.event() instanceof RunEvent.Replied(var _, Reply.Refused(var refusal))
        ? refusal.code().name()
        : code;
  }
}
