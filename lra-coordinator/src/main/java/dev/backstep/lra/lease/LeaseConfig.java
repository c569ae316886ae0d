package dev.backstep.lra.lease;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long an instance is active without a sign of life. */
@ConfigMapping(prefix = "backstep.lra.lease")
interface LeaseConfig {
  /** Longer than a pause of the JVM or a restart of the database; a takeover takes that long. */
  @WithDefault("5s")
  Duration duration();

  /** Several tries fit into a lease. */
  @WithDefault("1s")
  Duration renewal();
}
