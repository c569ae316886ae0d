package dev.backstep.bench.run;

import java.time.Duration;

/**
 * How long everything may take.
 *
 * @param warmUpSagas finished before anything counts, unless that takes longer than the next
 * @param warmUp the most that the warm-up may take
 * @param trial of a rate, in the search for the highest that is held
 * @param hold how long that rate has to be held
 * @param lowRate how long latencies are measured at the low rate
 * @param highRate the same, at a part of what is held
 * @param limit of each limit row
 * @param startsAgain whether the stack is also stopped and started again
 */
public record Lengths(
    int warmUpSagas,
    Duration warmUp,
    Duration trial,
    Duration hold,
    Duration lowRate,
    Duration highRate,
    Duration limit,
    boolean startsAgain) {
  /**
   * Some fourteen minutes. Compilers have seen everything after thirty thousand sagas; the second
   * one of all processes takes the machine for more than a minute.
   */
  public static Lengths full() {
    return new Lengths(
        30_000,
        Duration.ofSeconds(180),
        Duration.ofSeconds(10),
        Duration.ofSeconds(60),
        Duration.ofSeconds(60),
        Duration.ofSeconds(30),
        Duration.ofSeconds(10),
        true);
  }

  /**
   * Some seven minutes: good for a look, too short for the far percentiles, and for the second
   * compiler, which is still at work in the first round and while the rate is looked for.
   */
  public static Lengths quick() {
    return new Lengths(
        20_000,
        Duration.ofSeconds(150),
        Duration.ofSeconds(5),
        Duration.ofSeconds(20),
        Duration.ofSeconds(10),
        Duration.ofSeconds(8),
        Duration.ofSeconds(5),
        false);
  }
}
