package dev.backstep.bench.cost;

import java.time.Duration;
import java.util.Map;

/**
 * What a stretch of time cost.
 *
 * @param cpu per process, this one included
 * @param transactions commits in the services' databases
 * @param walBytes written to the database's log
 * @param walSyncs how often that log was forced to disk
 * @param records written to Kafka
 * @param pauses of the garbage collectors, per process
 */
public record Costs(
    Duration wall,
    Map<String, Duration> cpu,
    long transactions,
    long walBytes,
    long walSyncs,
    long records,
    Map<String, Pauses> pauses) {
  private static final double PERCENT = 100;

  /** Processor time of all processes. */
  public Duration allCpu() {
    return cpu.values().stream().reduce(Duration.ZERO, Duration::plus);
  }

  /** How much of one core that is over the whole stretch, in percent. */
  public double percentOfCore(Duration used) {
    return PERCENT * used.toNanos() / wall.toNanos();
  }
}
