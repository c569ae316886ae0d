package dev.backstep.saga.engine;

import java.time.Duration;

/** How often something happens, as people say it after "every": hour, 5 minutes, 90 s. */
public record Rhythm(Duration pause) {
  private static final long MINUTE = 60;
  private static final long HOUR = 60 * MINUTE;

  /** The words after "every". */
  public String words() {
    long seconds = pause.toSeconds();
    if (seconds > 0 && seconds % HOUR == 0) {
      return seconds == HOUR ? "hour" : seconds / HOUR + " hours";
    }
    if (seconds > 0 && seconds % MINUTE == 0) {
      return seconds == MINUTE ? "minute" : seconds / MINUTE + " minutes";
    }
    return seconds + " s";
  }
}
