package dev.backstep.saga.figures;

import dev.backstep.contracts.CommandId;
import dev.backstep.contracts.Direction;
import dev.backstep.saga.engine.LogEntry;
import dev.backstep.saga.engine.Outcome;
import dev.backstep.saga.engine.SagaDefinitions;
import dev.backstep.saga.engine.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads from the log of one saga how long each of its commands took. */
final class Stopwatch {
  /** From the start of a saga to the answer of its pivot. */
  static final String CONFIRM = "confirm";

  /** From turning back to the end of a saga that leaves nothing. */
  static final String UNDO = "undo";

  private final Map<String, Timing> timings;
  private final Set<String> pivots;
  private final long weight;
  private final Map<CommandId, Instant> sent = new HashMap<>();
  private final Set<CommandId> again = new HashSet<>();

  private Stopwatch(Map<String, Timing> timings, Set<String> pivots, long weight) {
    this.timings = timings;
    this.pivots = pivots;
    this.weight = weight;
  }

  /** Adds what that log says, so many times. */
  static void read(
      List<LogEntry> log, Set<String> pivots, Map<String, Timing> timings, long weight) {
    var stopwatch = new Stopwatch(timings, pivots, weight);
    var began = log.getFirst().at();
    for (var entry : log) {
      stopwatch.read(entry, began);
    }
    stopwatch.readWayBack(log.getLast().at());
  }

  private void read(LogEntry entry, Instant began) {
    for (var command : entry.sent()) {
      if (sent.putIfAbsent(command.command(), entry.at()) != null) {
        again.add(command.command());
      }
    }
    var about = entry.about();
    var since = about == null ? null : sent.get(about);
    if (about != null && since != null && isEnd(entry.outcome())) {
      add(nameOf(about), since, entry, again.contains(about));
      if (entry.outcome() == Outcome.DONE && pivots.contains(about.step())) {
        add(CONFIRM, began, entry, false);
      }
    }
  }

  private void add(String what, Instant since, LogEntry entry, boolean retried) {
    var inVain = entry.outcome() != Outcome.DONE && entry.outcome() != Outcome.UNDONE;
    timing(what).add(Duration.between(since, entry.at()), retried, inVain, weight);
  }

  private void readWayBack(Instant ended) {
    sent.entrySet().stream()
        .filter(it -> it.getKey().direction() == Direction.UNDO)
        .map(Map.Entry::getValue)
        .min(Instant::compareTo)
        .ifPresent(
            turned -> timing(UNDO).add(Duration.between(turned, ended), false, false, weight));
  }

  private Timing timing(String what) {
    return timings.computeIfAbsent(what, _ -> Timing.empty());
  }

  static String nameOf(CommandId command) {
    return command.step() + "/" + command.direction().wireName();
  }

  /** A refused undo goes on being tried, so it is not counted before it is through. */
  private static boolean isEnd(Outcome outcome) {
    return switch (outcome) {
      case DONE, REFUSED, UNDONE, TIMED_OUT -> true;
      case STARTED, RESENT, REARMED, STUCK, TURNED_BACK, RESOLVED, DUPLICATE, LATE, NOTED -> false;
    };
  }

  static Set<String> pivotsOf(SagaDefinitions definitions) {
    return definitions.all().stream()
        .flatMap(definition -> definition.steps().stream())
        .filter(step -> step instanceof Step.Pivot<?>)
        .map(Step::name)
        .collect(Collectors.toUnmodifiableSet());
  }
}
