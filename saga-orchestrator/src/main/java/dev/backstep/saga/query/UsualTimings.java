package dev.backstep.saga.query;

import dev.backstep.contracts.Direction;
import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.saga.figures.Figures;
import dev.backstep.saga.figures.Grain;
import dev.backstep.saga.figures.Timing;
import dev.backstep.saga.query.UsualTiming.Verdict;
import dev.backstep.saga.words.StepWords;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How long things usually take: the last 24 hours, looked up once a minute. */
@Singleton
class UsualTimings {
  private static final Duration PERIOD = Duration.ofHours(24);

  /** A day does not change within a minute. */
  private static final Duration KEPT = Duration.ofMinutes(1);

  /** With fewer, a quantile is an accident. */
  private static final long ENOUGH = 20;

  private static final double MEDIAN = 0.5;
  private static final double NEARLY_ALL = 0.95;
  private static final long FAR_BEYOND = 10;

  private record Known(Instant at, Map<String, Timing> timings) {}

  private final Figures figures;
  private volatile Known known = new Known(Instant.EPOCH, Map.of());

  UsualTimings(Figures figures) {
    this.figures = figures;
  }

  List<UsualTiming> compare(Transaction tx, List<StepView> steps, Instant now) throws SQLException {
    var timings = timings(tx, now);
    return steps.stream()
        .flatMap(step ->
            Stream.concat(
                compare(step.step(), Direction.DO, step.forth(), timings).stream(),
                compare(step.step(), Direction.UNDO, step.back(), timings).stream()))
        .toList();
  }

  private Map<String, Timing> timings(Transaction tx, Instant now) throws SQLException {
    if (known.at().plus(KEPT).isBefore(now)) {
      var sums = new HashMap<String, Timing>();
      for (var period : figures.timings(tx, Grain.HOUR, now.minus(PERIOD), now)) {
        sums.computeIfAbsent(period.what(), _ -> Timing.empty()).add(period.timing());
      }
      known = new Known(now, sums);
    }
    return known.timings();
  }

  /** Only commands that were sent. */
  private static Optional<UsualTiming> compare(
      String step, Direction direction, @Nullable LaneNode node, Map<String, Timing> timings) {
    if (node == null || node.durationMs() == null) {
      return Optional.empty();
    }
    var usual = timings.get(step + "/" + direction.wireName());
    var enough = usual != null && usual.durations().size() >= ENOUGH;
    var median = enough ? quantile(usual, MEDIAN) : null;
    var high = enough ? quantile(usual, NEARLY_ALL) : null;
    long took = node.durationMs();
    return Optional.of(
        new UsualTiming(
            step,
            direction.wireName(),
            StepWords.title(step, direction),
            took,
            node.status().isOver(),
            median,
            high,
            verdict(took, high),
            text(took, median, high)));
  }

  private static @Nullable Long quantile(@Nullable Timing timing, double part) {
    return timing == null
        ? null
        : timing.durations().quantile(part).map(Duration::toMillis).orElse(null);
  }

  private static Verdict verdict(long took, @Nullable Long high) {
    if (high == null) {
      return Verdict.UNKNOWN;
    }
    if (took <= high) {
      return Verdict.USUAL;
    }
    return took <= FAR_BEYOND * high ? Verdict.SLOW : Verdict.VERY_SLOW;
  }

  private static String text(long took, @Nullable Long median, @Nullable Long high) {
    if (median == null || high == null) {
      return "too few to compare with";
    }
    return took <= high
        ? "usual"
        : String.format(
            Locale.ROOT, "%,d times slower than usual", Math.max(2, took / Math.max(1, median)));
  }
}
