package dev.backstep.saga.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Three hundred thousand moves over seeded schedules. {@code -Dbackstep.schedules.seed=N} starts
 * elsewhere, {@code -Dbackstep.schedules.moves=N} plays more.
 */
class SchedulesTest {
  private static final long SEED = Long.getLong("backstep.schedules.seed", 1);
  private static final int MOVES = Integer.getInteger("backstep.schedules.moves", 300_000);

  /** Long enough for a dozen orders to meet, short enough to be read once it is shrunk. */
  private static final int LENGTH = 500;

  private record Failure(long seed, Violation violation) {}

  @Test
  void keepsEveryInvariantUnderEverySchedule() {
    assertThat(firstFailure(Sabotage.NONE).map(failure -> report(failure, Sabotage.NONE)))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(value = Sabotage.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void findsWhatIsSabotaged(Sabotage sabotage) {
    assertThat(firstFailure(sabotage).map(failure -> failure.violation.invariant()))
        .hasValueSatisfying(invariant -> assertThat(invariant).isIn(expected(sabotage)));
  }

  private static List<String> expected(Sabotage sabotage) {
    return switch (sabotage) {
      case NONE -> List.of();
      case BARRIER_OFF -> List.of("AppliedOnce", "StockAddsUp", "NoBug");
      case TOMBSTONE_OFF -> List.of("NothingAfterItsUndo");
      case ATTEMPT_IN_THE_KEY -> List.of("MoneyAddsUp", "ChargedOnce");
      case TIMEOUT_IS_FAILURE -> List.of("MoneyAddsUp");
      case READ_THEN_WRITE_STOCK -> List.of("StockAddsUp");
      case OUTBOX_OUTSIDE -> List.of("WhatHappenedWasTold", "SagasMatchOrders");
      case OFFSETS_FIRST -> List.of("SagasMatchOrders", "HistoriesFollowTheGraph");
    };
  }

  @Test
  void playsTheSameScheduleTheSameWay() {
    var schedule = Schedule.of(firstFailure(Sabotage.BARRIER_OFF).orElseThrow().seed, LENGTH);
    assertThat(schedule.play(Sabotage.BARRIER_OFF)).isEqualTo(schedule.play(Sabotage.BARRIER_OFF));
  }

  @Test
  void shrinksAFailureToAFewMoves() {
    var failure = firstFailure(Sabotage.TOMBSTONE_OFF).orElseThrow();
    assertThat(shrunk(failure, Sabotage.TOMBSTONE_OFF).length()).isLessThan(LENGTH / 10);
  }

  private static Optional<Failure> firstFailure(Sabotage sabotage) {
    return LongStream.range(SEED, SEED + MOVES / LENGTH)
        .boxed()
        .map(seed -> Schedule.of(seed, LENGTH).play(sabotage).map(v -> new Failure(seed, v)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static String report(Failure failure, Sabotage sabotage) {
    var moves =
        shrunk(failure, sabotage).moves().stream()
            .map(Move::toString)
            .collect(Collectors.joining("\n  "));
    return "seed %d breaks %s: %s\nafter\n  %s"
        .formatted(
            failure.seed, failure.violation.invariant(), failure.violation.evidence(), moves);
  }

  private static Schedule shrunk(Failure failure, Sabotage sabotage) {
    Function<Schedule, Optional<String>> invariant =
        schedule -> schedule.play(sabotage).map(Violation::invariant);
    var same = Optional.of(failure.violation.invariant());
    return new Shrinker(schedule -> invariant.apply(schedule).equals(same))
        .shrink(Schedule.of(failure.seed, LENGTH));
  }
}
