package dev.backstep.saga.query;

import dev.backstep.contracts.CommandId;
import dev.backstep.contracts.Reply;
import dev.backstep.saga.engine.LogEntry;
import dev.backstep.saga.engine.RunEvent;
import dev.backstep.saga.query.TimelineItem.Attempt;
import dev.backstep.saga.query.TimelineItem.Result;
import dev.backstep.saga.words.StepWords;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The attempts that log entries began. A saga waits for one command at a time, so an attempt ends
 * with the next entry about its command that changes something.
 *
 * @param open whether the saga may still wait for the last of them
 */
record Attempts(Instant start, boolean open) {
  /** The attempts that one entry began; those after it say how they ended. */
  List<Attempt> of(LogEntry entry, List<LogEntry> later) {
    return entry.sent().stream()
        .map(sent -> attempt(entry, sent, end(sent.command(), later)))
        .toList();
  }

  private static Optional<LogEntry> end(CommandId command, List<LogEntry> later) {
    return later.stream()
        .filter(it -> command.equals(it.about()) && changesSomething(it))
        .findFirst();
  }

  private static boolean changesSomething(LogEntry entry) {
    return switch (entry.outcome()) {
      case DONE, REFUSED, UNDONE, RESENT, TIMED_OUT, STUCK, TURNED_BACK, RESOLVED -> true;
      case STARTED, REARMED, DUPLICATE, LATE, NOTED -> false;
    };
  }

  private Attempt attempt(LogEntry entry, LogEntry.Sent sent, Optional<LogEntry> end) {
    var command = sent.command();
    var endedAt = end.map(LogEntry::at).orElse(null);
    return new Attempt(
        entry.seq(),
        command.step(),
        StepWords.title(command.step(), command.direction()),
        command.direction().wireName(),
        sent.attempt(),
        entry.at(),
        Duration.between(start, entry.at()).toMillis(),
        endedAt,
        endedAt == null ? null : Duration.between(entry.at(), endedAt).toMillis(),
        end.map(Attempts::result).orElse(open ? Result.WAITING : Result.ABANDONED),
        end.map(Attempts::code).orElse(null),
        end.map(LogEntry::reason).orElse(""),
        command.toString(),
        sent.type());
  }

  private static Result result(LogEntry end) {
    return switch (end.outcome()) {
      case DONE -> Result.DONE;
      case UNDONE -> Result.UNDONE;
      case REFUSED -> Result.REFUSED;
      case RESENT -> Result.NO_ANSWER;
      case TIMED_OUT -> Result.TIMED_OUT;
      case STUCK -> stuck(end.event());
      case TURNED_BACK, RESOLVED, STARTED, REARMED, DUPLICATE, LATE, NOTED -> Result.ABANDONED;
    };
  }

  private static Result stuck(RunEvent event) {
    return switch (event) {
      case RunEvent.Replied _ -> Result.REFUSED;
      case RunEvent.DeadLettered _ -> Result.DEAD_LETTER;
      case RunEvent.Woken _ -> Result.NO_ANSWER;
      case RunEvent.Parked _,
          RunEvent.Started _,
          RunEvent.PublishedLate _,
          RunEvent.CalledBack _,
          RunEvent.Operated _ ->
          Result.ABANDONED;
    };
  }

  private static @Nullable String code(LogEntry end) {
    return end.event() instanceof RunEvent.Replied(var _, Reply.Refused(var refusal))
        ? refusal.code().name()
        : null;
  }
}
