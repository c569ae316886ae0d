package dev.backstep.saga.query;

import dev.backstep.contracts.Reply;
import dev.backstep.saga.engine.LogEntry;
import dev.backstep.saga.engine.Outcome;
import dev.backstep.saga.engine.RunEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One log entry for people.
 *
 * @param event what happened, as one word
 * @param reply the answer, if it was one: done, refused or undone
 * @param reference what the participant calls the effect, such as a charge id
 */
record EntryView(
    long seq,
    Instant at,
    String event,
    @Nullable String step,
    @Nullable String direction,
    int attempt,
    @Nullable String reply,
    @Nullable String reference,
    Outcome outcome,
    String reason,
    List<CommandView> commands) {
  /** A command that was sent because of the event. */
  record CommandView(String id, String type, int attempt) {}

  static EntryView of(LogEntry entry) {
    var about = entry.about();
    var reply = entry.event() instanceof RunEvent.Replied replied ? replied.reply() : null;
    return new EntryView(
        entry.seq(),
        entry.at(),
        name(entry.event()),
        about == null ? null : about.step(),
        about == null ? null : about.direction().wireName(),
        entry.attempt(),
        reply == null ? null : word(reply),
        reply instanceof Reply.Done(var reference) && !reference.isEmpty() ? reference : null,
        entry.outcome(),
        entry.reason(),
        entry.sent().stream()
            .map(s -> new CommandView(s.command().toString(), s.type(), s.attempt()))
            .toList());
  }

  private static String name(RunEvent event) {
    return switch (event) {
      case RunEvent.Started _ -> "started";
      case RunEvent.Replied _ -> "replied";
      case RunEvent.Woken _ -> "woken";
      case RunEvent.PublishedLate _ -> "published late";
      case RunEvent.DeadLettered _ -> "dead-lettered";
      case RunEvent.Parked _ -> "parked";
      case RunEvent.CalledBack _ -> "called back";
      case RunEvent.Operated(var action, var _, var _, var _) -> "operator: " + action.wireName();
    };
  }

  private static String word(Reply reply) {
    return switch (reply) {
      case Reply.Done _ -> "done";
      case Reply.Refused _ -> "refused";
      case Reply.Undone _ -> "undone";
    };
  }
}
