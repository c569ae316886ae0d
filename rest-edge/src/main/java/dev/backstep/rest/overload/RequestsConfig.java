package dev.backstep.rest.overload;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What a service does with more requests than it can answer. */
@ConfigMapping(prefix = "backstep.requests")
interface RequestsConfig {
  /**
   * How late an event loop may be before it turns requests away. A request comes by its loop about
   * three times, and is to be answered within five seconds.
   */
  @WithDefault("PT1S")
  Duration latest();

  /** So many requests each event loop lets in without an answer yet, however slow it is. */
  @WithDefault("16")
  int least();
}
