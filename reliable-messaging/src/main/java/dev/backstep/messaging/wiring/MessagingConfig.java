package dev.backstep.messaging.wiring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** What a deployment may say of the messaging of one service. */
@ConfigMapping(prefix = "backstep")
interface MessagingConfig {
  /**
   * Names this process among the instances of its service, the same after a restart: a pod's name,
   * for example. Two processes that live at the same time must not share it. Left out, a random
   * name is made, and a restart waits for the old leases.
   */
  Optional<String> instance();

  /** The relay of this instance. */
  Relay relay();

  /** The relay of this instance. */
  interface Relay {
    /** Switches publishing off, for tests that look at the outbox. */
    @WithDefault("true")
    boolean enabled();
  }
}
