package dev.backstep.payment.work;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How one instance works through the queue. */
@ConfigMapping(prefix = "backstep.work")
public interface WorkConfig {
  /**
   * Questions to the gateway at the same time: the bulkhead. Every silent question holds one of
   * them for the whole timeout, so this divided by the timeout is the silence that can be borne.
   */
  @WithDefault("128")
  int inFlight();

  /**
   * Claimed payments that wait in memory for one of those. What does not fit waits in the table.
   */
  @WithDefault("512")
  int waiting();

  /**
   * How long a claim keeps other instances away. Longer than waiting and the gateway's timeout
   * together, and shorter than a saga's patience with a step: it is what a payment has to wait when
   * the instance that claimed it dies.
   */
  @WithDefault("15s")
  Duration lease();

  /** How often the table is searched while something will be due; else once a second. */
  @WithDefault("200ms")
  Duration poll();

  /** Silence is followed up after this time, then after twice that, and so on. */
  @WithDefault("250ms")
  Duration firstRetry();

  /** The longest time between two attempts: they never end. */
  @WithDefault("15s")
  Duration longestRetry();
}
