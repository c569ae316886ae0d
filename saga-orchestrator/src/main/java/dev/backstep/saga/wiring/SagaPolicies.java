package dev.backstep.saga.wiring;

import dev.backstep.saga.engine.Backoff;
import dev.backstep.saga.engine.Policies;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Deadlines and pauses of the checkout; see {@link Policies} for the reasons of the defaults. */
@ConfigMapping(prefix = "backstep.saga")
interface SagaPolicies {
  /** How long one attempt waits for its answer. */
  @WithDefault("10s")
  Duration attempt();

  /** How long a compensatable step may take over all its attempts. */
  @WithDefault("30s")
  Duration step();

  /** How long the saga may take to reach its pivot. */
  @WithDefault("5m")
  Duration deadline();

  /** The first pause between attempts; it doubles. */
  @WithDefault("1s")
  Duration firstPause();

  /** The longest pause between attempts. */
  @WithDefault("30s")
  Duration longestPause();

  /** After so many attempts of an undo the saga is stuck. */
  @WithDefault("8")
  int undoAttempts();

  /** The pause between automatic tries of a stuck saga. */
  @WithDefault("60s")
  Duration slowRetry();

  /** A timer that fires later than this cancels nothing. */
  @WithDefault("5s")
  Duration absence();

  /** As the engine wants them. */
  default Policies toPolicies() {
    return new Policies(
        attempt(),
        step(),
        deadline(),
        new Backoff(firstPause(), longestPause()),
        undoAttempts(),
        slowRetry(),
        absence());
  }
}
