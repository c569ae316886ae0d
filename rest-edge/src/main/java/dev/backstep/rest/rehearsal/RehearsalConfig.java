package dev.backstep.rest.rehearsal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a process rehearses. */
@ConfigMapping(prefix = "backstep.rehearsal")
interface RehearsalConfig {
  /** How often each request is made; with 0 the port opens at once. */
  @WithDefault("100")
  int rounds();

  /** After this time no further round begins. */
  @WithDefault("PT8S")
  Duration limit();
}
