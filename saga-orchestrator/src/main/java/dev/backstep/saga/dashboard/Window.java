package dev.backstep.saga.dashboard;

import dev.backstep.rest.problem.GeneralProblem;
import dev.backstep.saga.figures.Grain;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far back the overview looks. */
enum Window {
  QUARTER("15m", Duration.ofMinutes(15), Grain.MINUTE),
  HOUR("1h", Duration.ofHours(1), Grain.MINUTE),
  DAY("24h", Duration.ofHours(24), Grain.HOUR);

  private final String wireName;
  private final Duration length;
  private final Grain grain;

  Window(String wireName, Duration length, Grain grain) {
    this.wireName = wireName;
    this.length = length;
    this.grain = grain;
  }

  String wireName() {
    return wireName;
  }

  Grain grain() {
    return grain;
  }

  Duration length() {
    return length;
  }

  /** The first of its minutes or hours; the last is the one that is still filling. */
  Instant begin(Instant now) {
    return grain.begin(now).plus(grain.length()).minus(length);
  }

  static Window parse(@Nullable String text) {
    for (var window : values()) {
      if (text == null ? window == HOUR : window.wireName.equals(text)) {
        return window;
      }
    }
    throw GeneralProblem.INVALID_QUERY.problem("window is 15m, 1h or 24h.");
  }
}
