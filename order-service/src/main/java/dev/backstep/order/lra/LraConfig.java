package dev.backstep.order.lra;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** With whom orders join long running actions. Without a coordinator they join none. */
@ConfigMapping(prefix = "backstep.lra")
interface LraConfig {
  /** The only coordinator that is trusted, such as {@code http://host:port/lra-coordinator}. */
  Optional<URI> coordinator();

  /** The root of our callbacks, for the coordinator: {@code http://host:port}. */
  Optional<URI> callbacks();

  /** Makes callbacks unguessable; the same for every instance. */
  Optional<String> key();

  /** A coordinator that is there answers a join within milliseconds. */
  @WithDefault("2s")
  Duration patience();

  /**
   * Joins at a time, each with a call and two short transactions: what is left of the pool belongs
   * to everybody else.
   */
  @WithDefault("8")
  int joins();
}
