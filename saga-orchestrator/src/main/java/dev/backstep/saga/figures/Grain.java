package dev.backstep.saga.figures;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** How finely figures are kept. */
public enum Grain {
  MINUTE(ChronoUnit.MINUTES),
  HOUR(ChronoUnit.HOURS);

  private final ChronoUnit unit;

  Grain(ChronoUnit unit) {
    this.unit = unit;
  }

  /** One of them. */
  public Duration length() {
    return unit.getDuration();
  }

  /** The beginning of the one that holds that moment. */
  public Instant begin(Instant moment) {
    return moment.truncatedTo(unit);
  }

  String stored() {
    return name().toLowerCase(Locale.ROOT);
  }
}
