package dev.backstep.saga.operations;

import dev.backstep.contracts.Direction;
import dev.backstep.saga.words.StepWords;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What actions are called. */
public final class ActionWords {
  private ActionWords() {}

  /**
   * What was done, for a line of the log.
   *
   * @param command the awaited one, such as payment/undo
   */
  static String title(String action, @Nullable String command) {
    var what = command == null ? "" : " " + command(command);
    return switch (action) {
      case "retry" -> "Retry" + what;
      case "retry-with-deadline" -> "Retry" + what + " with more time";
      case "compensate" -> "Turn back";
      case "resolve" -> "Resolve by hand";
      case "replay" -> "Replay a dead letter";
      case "discard" -> "Discard a dead letter";
      case "bulk-retry" -> "Retry many";
      case "bulk-compensate" -> "Turn many back";
      case "bulk-stop" -> "Stop a bulk run";
      default -> action;
    };
  }

  /** A command in the middle of a sentence: {@code refund payment}. */
  public static String command(String step, Direction direction) {
    return StepWords.title(step, direction).toLowerCase(Locale.ROOT);
  }

  private static String command(String stepAndDirection) {
    var parts = stepAndDirection.split("/", -1);
    return command(parts[0], Direction.ofWireName(parts[1]));
  }
}
