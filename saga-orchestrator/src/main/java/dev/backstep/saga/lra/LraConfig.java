package dev.backstep.saga.lra;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Who does steps in long running actions, and who coordinates those. Nobody, unless told. */
@ConfigMapping(prefix = "backstep.lra")
public interface LraConfig {
  /** The coordinator, such as {@code http://host:port/lra-coordinator}. */
  Optional<URI> coordinator();

  /**
   * Holds the token that the coordinator is shown, of role <i>service</i>. Read each time, so that
   * it can be renewed. Its name owns our LRAs: two installations need two names.
   */
  Optional<Path> tokenFile();

  /** The services, by step: where the command of the step is posted to. */
  Map<String, URI> steps();

  /** A coordinator that is there answers within milliseconds. */
  @WithDefault("2s")
  Duration patience();

  /** How long a service may take; shorter than an attempt of the saga. */
  @WithDefault("5s")
  Duration answer();

  /** The first pause after something was in vain; it doubles. */
  @WithDefault("500ms")
  Duration firstRetry();

  /** The longest pause: they never end. */
  @WithDefault("10s")
  Duration longestRetry();

  /** Calls at a time, each with a short transaction before and after. */
  @WithDefault("16")
  int calls();

  /** How often LRAs that belong to nothing are looked for. */
  @WithDefault("30s")
  Duration reap();
}
