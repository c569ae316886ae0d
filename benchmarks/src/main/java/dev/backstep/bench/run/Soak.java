package dev.backstep.bench.run;

import dev.backstep.bench.growth.Tables;
import dev.backstep.bench.load.RoundResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A long round at an ordinary rate, during which the tables are watched.
 *
 * @param samples the tables' sizes, from before the round until after it
 */
record Soak(RoundResult result, List<Map<String, Tables.Size>> samples) {
  private static final double PART_OF_SATURATION = 0.7;

  /** Autovacuum looks once a minute. */
  private static final Duration BETWEEN_SAMPLES = Duration.ofSeconds(20);

  static Soak measure(Session session, double saturation, Duration length)
      throws InterruptedException {
    var layout = session.stack().layout();
    var samples = new ArrayList<Map<String, Tables.Size>>();
    samples.add(Tables.sizes(layout));
    try (var timer = Executors.newSingleThreadScheduledExecutor()) {
      var sampling =
          timer.scheduleAtFixedRate(
              () -> samples.add(Tables.sizes(layout)),
              BETWEEN_SAMPLES.toSeconds(),
              BETWEEN_SAMPLES.toSeconds(),
              TimeUnit.SECONDS);
      var result = session.play(PART_OF_SATURATION * saturation, length);
      sampling.cancel(false);
      timer.shutdown();
      if (!timer.awaitTermination(BETWEEN_SAMPLES.toSeconds(), TimeUnit.SECONDS)) {
        timer.shutdownNow();
      }
      samples.add(Tables.sizes(layout));
      session.say(
          "%,.0f/s for %d min: %s"
              .formatted(
                  result.plan().arrivals().perSecond(), length.toMinutes(), result.inWords()));
      return new Soak(result, List.copyOf(samples));
    }
  }
}
