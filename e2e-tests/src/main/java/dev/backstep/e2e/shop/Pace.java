package dev.backstep.e2e.shop;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** When the next shopper comes. */
public sealed interface Pace {
  /** How many may be in the shop at once. */
  int inFlight();

  /** How long after the one before the next one is due. */
  Duration gap(RandomGenerator random);

  /** As soon as another leaves. */
  record Queue(int inFlight) implements Pace {
    /** Enough to keep two cores busy, few enough to see a single order's time. */
    public static final int SHOPPERS = 32;

    @Override
    public Duration gap(RandomGenerator random) {
      return Duration.ZERO;
    }
  }

  /**
   * Whenever they like, however long others take: a Poisson process.
   *
   * @param perSecond arrivals
   */
  record Arrivals(double perSecond) implements Pace {
    /** Sockets and held answers are finite; whoever waits at the door is counted as waiting. */
    private static final int MOST = 1_000;

    /** Refuses a rate that is none with an {@link IllegalArgumentException}. */
    public Arrivals {
      if (!(perSecond > 0 && perSecond <= 100_000)) {
        throw new IllegalArgumentException("a rate is more than 0 orders per second");
      }
    }

    @Override
    public int inFlight() {
      return MOST;
    }

    @Override
    public Duration gap(RandomGenerator random) {
      return Duration.ofNanos(Math.round(random.nextExponential() / perSecond * 1e9));
    }
  }
}
