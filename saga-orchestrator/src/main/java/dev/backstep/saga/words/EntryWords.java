package dev.backstep.saga.words;

import dev.backstep.saga.engine.LogEntry;
import dev.backstep.saga.engine.RunEvent;

/** What a log entry tells, in words. */
public final class EntryWords {
  private EntryWords() {}

  /** The middle of a sentence: <i>“Refund payment” was undone</i>. */
  public static String of(LogEntry entry) {
    return switch (entry.outcome()) {
      case STARTED -> "it began";
      case DONE -> command(entry) + " was done";
      case UNDONE -> command(entry) + " was done";
      case REFUSED -> command(entry) + " was refused";
      case RESENT -> command(entry) + " was sent again";
      case TIMED_OUT -> command(entry) + " had no answer in time, so it turned back";
      case REARMED -> "the deadline of " + command(entry) + " was set anew";
      case STUCK -> "it got stuck at " + command(entry);
      case TURNED_BACK ->
          entry.event() instanceof RunEvent.CalledBack
              ? "it was called back"
              : "an operator turned it back";
      case RESOLVED -> "it was resolved by hand";
      case DUPLICATE, LATE, NOTED -> "a message came that changes nothing";
    };
  }

  private static String command(LogEntry entry) {
    var about = entry.about();
    return about == null ? "a step" : "“" + StepWords.title(about.step(), about.direction()) + "”";
  }
}
