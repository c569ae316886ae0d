package dev.backstep.saga.words;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Why a saga waits for a human, or has been asked more than once. Told apart by the stored reason.
 */
public enum StuckKind {
  /** All attempts went without an answer. */
  NO_ANSWER("no-answer", "^[a-z0-9-]+ could not be undone: no answer to ", "without an answer"),
  /** The participant says no to what must be done. */
  REFUSED(
      "refused",
      "^[a-z0-9-]+ (could not be undone|was refused though it must be done): ",
      "refused"),
  /** The command could not be read or applied. */
  DEAD_LETTER("dead-letter", "^[a-z0-9-]+ (do|undo) went to dead letters: ", "in dead letters"),
  /** A mistake of ours: the next move could not be decided. */
  PARKED("parked", "", "set aside by a fault");

  private final String key;
  private final Pattern reason;
  private final String words;

  StuckKind(String key, String reason, String words) {
    this.key = key;
    this.reason = Pattern.compile(reason);
    this.words = words;
  }

  /** As it stands in a cause. */
  public String key() {
    return key;
  }

  /** The pattern of its reasons, for a database; the first kind that matches counts. */
  public String pattern() {
    return reason.pattern();
  }

  String words() {
    return words;
  }

  /** The kind that a reason tells of. */
  public static StuckKind of(String reason) {
    return Arrays.stream(values())
        .filter(kind -> kind.reason.matcher(reason).find())
        .findFirst()
        .orElse(PARKED);
  }

  /** The kind of that key. */
  public static Optional<StuckKind> ofKey(String key) {
    return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
  }
}
