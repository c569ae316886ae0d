package dev.backstep.saga.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How long finished sagas are kept. Nothing is removed unless it is said here. */
@ConfigMapping(prefix = "backstep.retention")
interface RetentionConfig {
  /**
   * So long after its end a saga can be looked at in the console; then it goes to the archive. At
   * least {@link #topics()}.
   */
  Optional<Duration> sagas();

  /** So long after its end a saga stays in the archive; left out, for good. */
  Optional<Duration> archive();

  /**
   * The longest {@code retention.ms} of the topics. A request that is delivered again when its saga
   * is forgotten would start it anew, so sagas are kept at least that long.
   */
  @WithDefault("7d")
  Duration topics();
}
