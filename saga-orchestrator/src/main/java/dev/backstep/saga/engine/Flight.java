package dev.backstep.saga.engine;

import dev.backstep.contracts.Direction;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The one command that a saga is waiting for.
 *
 * @param step index in the definition
 * @param attempt how often the command was sent, from 1
 * @param tries the same, counted anew when an operator asks for a retry
 * @param sentAt when the clock of this attempt started
 * @param due when to look again; null when only an answer or an operator can help
 * @param stepDue when a compensatable step counts as timed out; null for all others, which wait
 *     until they know
 * @param answered whether this attempt was refused and the pause before the next one is running
 */
public record Flight(
    int step,
    Direction direction,
    int attempt,
    int tries,
    Instant sentAt,
    @Nullable Instant due,
    @Nullable Instant stepDue,
    boolean answered) {

  Flight again(Instant now) {
    return new Flight(step, direction, attempt + 1, tries + 1, now, due, stepDue, false);
  }

  Flight withFreshTries(@Nullable Instant newStepDue) {
    return new Flight(step, direction, attempt, 0, sentAt, due, newStepDue, answered);
  }

  Flight dueAt(@Nullable Instant when) {
    return new Flight(step, direction, attempt, tries, sentAt, when, stepDue, answered);
  }

  Flight refused(@Nullable Instant nextTry) {
    return new Flight(step, direction, attempt, tries, sentAt, nextTry, stepDue, true);
  }

  /** The clock of this attempt starts anew; the step gets back what it lost. */
  Flight startedAt(Instant start) {
    var lost = Duration.between(sentAt, start);
    var laterStep = stepDue == null ? null : stepDue.plus(lost);
    return new Flight(step, direction, attempt, tries, start, due, laterStep, answered);
  }

  Flight stepDueNotBefore(Instant earliest) {
    var later = stepDue == null || stepDue.isAfter(earliest) ? stepDue : earliest;
    return new Flight(step, direction, attempt, tries, sentAt, due, later, answered);
  }
}
