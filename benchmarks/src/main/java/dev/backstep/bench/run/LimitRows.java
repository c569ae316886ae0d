package dev.backstep.bench.run;

import dev.backstep.bench.cost.Costs;
import dev.backstep.bench.limit.Limit;
import dev.backstep.bench.load.Arrivals;
import java.time.Duration;
import org.HdrHistogram.Histogram;

/**
 * What plain JDBC came to in the same run.
 *
 * @param onePerStep one transaction per step and saga
 * @param batched multi-row statements over hundreds of sagas
 * @param latency of one saga in one transaction per step, at the low rate
 * @param costs of one transaction per step, its warm-up included
 */
record LimitRows(Limit.Rate onePerStep, Limit.Rate batched, Histogram latency, Costs costs) {
  private static final Duration WARM_UP = Duration.ofSeconds(3);

  /** More make the two cores no faster. */
  private static final int CONNECTIONS = 8;

  /** Two lanes wait for each other's stock rows now and then; one leaves a core idle. */
  private static final int BATCHED_CONNECTIONS = 2;

  static LimitRows measure(Session session, Lengths lengths) throws InterruptedException {
    var limit = new Limit(session.stack().layout(), Session.PRODUCTS, WARM_UP, lengths.limit());
    var begin = session.meter().begin();
    var onePerStep = limit.onePerStep(CONNECTIONS);
    var costs = session.meter().since(begin);
    var batched = limit.batched(BATCHED_CONNECTIONS);
    session.say(
        "limit: %,.0f/s in one transaction per step, %,.0f/s in batches"
            .formatted(onePerStep.perSecond(), batched.perSecond()));
    var latency = limit.latency(Arrivals.during(Latencies.LOW_RATE, lengths.limit()));
    return new LimitRows(onePerStep, batched, latency, costs);
  }
}
