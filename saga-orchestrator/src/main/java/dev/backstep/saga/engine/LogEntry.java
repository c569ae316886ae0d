package dev.backstep.saga.engine;

import dev.backstep.contracts.CommandId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event and what came of it. The entries of a saga are the truth about it.
 *
 * @param seq from 1 without gaps
 * @param about the command that the event is about, if any
 * @param attempt of that command; 0 without one
 * @param reason a sentence, or empty
 * @param sent the commands that were sent because of it
 */
public record LogEntry(
    long seq,
    Instant at,
    RunEvent event,
    @Nullable CommandId about,
    int attempt,
    Outcome outcome,
    String reason,
    List<Sent> sent) {
  /** Takes a copy of the list. */
  public LogEntry {
    sent = List.copyOf(sent);
  }

  /**
   * A command without its body, which may hold personal data.
   *
   * @param type its {@code ce_type}
   */
  public record Sent(CommandId command, String type, int attempt) {}
}
