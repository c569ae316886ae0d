package dev.backstep.order.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much this instance takes at once. */
@ConfigMapping(prefix = "backstep.placing")
interface PlacingConfig {
  /** Orders of one transaction. More would save little and make everybody wait for the last. */
  @WithDefault("200")
  int batch();

  /**
   * Orders that wait for the transaction before theirs. When so many wait, the database stands
   * still: whoever comes now is told at once to come back.
   */
  @WithDefault("2000")
  int waiting();

  /** Everybody hears something within five seconds, the way to him and back included. */
  @WithDefault("4500ms")
  Duration patience();
}
