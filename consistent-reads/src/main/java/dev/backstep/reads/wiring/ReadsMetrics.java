package dev.backstep.reads.wiring;

import dev.backstep.reads.ReadsListener;
import dev.backstep.reads.replica.Replica;
import dev.backstep.reads.replica.Replicas;
import dev.backstep.reads.routing.Reason;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.inject.Singleton;
import java.time.Duration;

/** What the reads tell the outside. Names are documented in the operations guide. */
@Singleton
class ReadsMetrics implements ReadsListener {
  private static final double MILLIS_PER_SECOND = 1000;

  private final MeterRegistry registry;

  ReadsMetrics(MeterRegistry registry, Replicas replicas) {
    this.registry = registry;
    for (var replica : replicas.all()) {
      registry.gauge(
          "backstep.replica.delay.seconds",
          Tags.of("replica", replica.name()),
          replica,
          ReadsMetrics::delay);
    }
  }

  /** Not a number while it is away. */
  private static double delay(Replica replica) {
    return replica.delay().map(it -> it.toMillis() / MILLIS_PER_SECOND).orElse(Double.NaN);
  }

  @Override
  public void fromReplica(String replica) {
    registry.counter("backstep.reads", "target", replica, "reason", "fresh").increment();
  }

  @Override
  public void fromPrimary(Reason reason) {
    registry.counter("backstep.reads", "target", "primary", "reason", reason.label()).increment();
  }

  @Override
  public void waited(Duration time, boolean arrived) {
    registry.timer("backstep.reads.waits", "arrived", Boolean.toString(arrived)).record(time);
  }
}
