package dev.backstep.saga.dashboard;

import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.saga.figures.Figures;
import dev.backstep.saga.figures.Period;
import dev.backstep.saga.figures.TimedPeriod;
import dev.backstep.saga.figures.Timing;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What began, ended, and how long it took within a window.
 *
 * @param before the same, so long before the window
 */
record Charts(
    Window window,
    Instant begin,
    Instant now,
    List<Period> periods,
    List<Period> before,
    List<TimedPeriod> timings) {
  private static final String CONFIRM = "confirm";
  private static final double HALF = 0.5;
  private static final double NEARLY_ALL = 0.95;
  private static final double ALMOST_EVERYTHING = 0.99;

  static Charts read(Transaction tx, Figures figures, Window window, Instant now)
      throws SQLException {
    var begin = window.begin(now);
    return new Charts(
        window,
        begin,
        now,
        figures.periods(tx, window.grain(), begin, now),
        figures.periods(tx, window.grain(), begin.minus(window.length()), begin),
        figures.timings(tx, window.grain(), begin, now));
  }

  /** Without gaps. */
  List<Overview.SeriesPoint> series() {
    var byTime = periods.stream().collect(Collectors.toMap(Period::at, Function.identity()));
    var confirms =
        timings.stream()
            .filter(it -> it.what().equals(CONFIRM))
            .collect(Collectors.toMap(TimedPeriod::at, TimedPeriod::timing));
    return Stream.iterate(begin, at -> at.isBefore(now), at -> at.plus(window.grain().length()))
        .map(at ->
            point(
                byTime.getOrDefault(at, new Period(at, 0, 0, 0, 0, 0)),
                confirms.getOrDefault(at, Timing.empty())))
        .toList();
  }

  private static Overview.SeriesPoint point(Period period, Timing confirm) {
    return new Overview.SeriesPoint(
        period.at(),
        period.started(),
        period.completed(),
        period.compensated(),
        period.stuck(),
        period.resolved(),
        quantile(confirm, HALF),
        quantile(confirm, NEARLY_ALL),
        quantile(confirm, ALMOST_EVERYTHING));
  }

  Period total() {
    return sum(periods);
  }

  double perMinute(long times) {
    var minutes = Math.max(1, Duration.between(begin, now).toSeconds()) / 60.0;
    return times / minutes;
  }

  /** Against the window before; empty when nothing began then. */
  Optional<Double> startedChange() {
    double earlier = sum(before).started() / (window.length().toSeconds() / 60.0);
    return earlier == 0
        ? Optional.empty()
        : Optional.of(perMinute(total().started()) / earlier - 1);
  }

  Map<String, Timing> timingsByCommand() {
    var sums = new HashMap<String, Timing>();
    timings.forEach(it -> sums.computeIfAbsent(it.what(), _ -> Timing.empty()).add(it.timing()));
    return sums;
  }

  private static Period sum(List<Period> periods) {
    return periods.stream().reduce(new Period(Instant.EPOCH, 0, 0, 0, 0, 0), Period::plus);
  }

  static @Nullable Long median(@Nullable Timing timing) {
    return quantile(timing, HALF);
  }

  static @Nullable Long high(@Nullable Timing timing) {
    return quantile(timing, NEARLY_ALL);
  }

  private static @Nullable Long quantile(@Nullable Timing timing, double part) {
    return timing == null
        ? null
        : timing.durations().quantile(part).map(Duration::toMillis).orElse(null);
  }
}
