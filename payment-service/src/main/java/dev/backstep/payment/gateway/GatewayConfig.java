package dev.backstep.payment.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where the payment gateway is, and how long we believe in it. */
@ConfigMapping(prefix = "backstep.gateway")
public interface GatewayConfig {
  /** Its root, without a trailing slash. */
  URI url();

  /**
   * After this time an answer is given up, not the question: longer than the slowest good answer,
   * shorter than a saga's patience.
   */
  @WithDefault("5s")
  Duration timeout();

  /** When not to ask at all. */
  Circuit circuit();

  /** When not to ask at all. */
  interface Circuit {
    /** So many answers are looked back on: enough to tell an outage from a few bad cards. */
    @WithDefault("50")
    int window();

    /** Opens when this part of them was silence. */
    @WithDefault("0.6")
    double failureRatio();

    /** How long nothing is asked after that. */
    @WithDefault("2s")
    Duration pause();

    /** So many answers in a row close it again. */
    @WithDefault("3")
    int probes();
  }
}
