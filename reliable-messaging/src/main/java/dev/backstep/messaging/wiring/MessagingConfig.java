package dev.backstep.messaging.wiring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Map;
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

  /** The channels that this service takes in, by name. */
  Map<String, Channel> consumers();

  /** One channel. */
  interface Channel {
    /** Where its messages come from. */
    List<String> topics();

    /** The consumer group: what it has committed is never given to another of its instances. */
    String group();
  }

  /** The relay of this instance. */
  interface Relay {
    /** Switches publishing off, for tests that look at the outbox. */
    @WithDefault("true")
    boolean enabled();
  }
}
