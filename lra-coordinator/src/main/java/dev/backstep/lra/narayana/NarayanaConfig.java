package dev.backstep.lra.narayana;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What Narayana is told. */
@ConfigMapping(prefix = "backstep.lra.recovery")
interface NarayanaConfig {
  /**
   * How often participants that were not done are asked again, in whole seconds. Narayana's own two
   * minutes would make every caller wait that long for an order that takes a second to undo.
   */
  @WithDefault("5s")
  Duration period();
}
