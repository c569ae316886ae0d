package dev.backstep.saga.operations;

import dev.backstep.contracts.CommandId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that an operator did, on its way into the operator log.
 *
 * @param action one of the actions that the table knows
 * @param before what it was
 * @param after what it became
 */
public record Act(
    UUID id,
    Instant at,
    String operator,
    String action,
    Subject subject,
    String reason,
    String before,
    String after) {
  /** What it was done to. */
  public sealed interface Subject {
    /**
     * A saga.
     *
     * @param command the one it waited for
     * @param seq the log entry that it made
     * @param bulk the bulk run that it is part of
     */
    record OfSaga(UUID saga, UUID order, CommandId command, long seq, @Nullable UUID bulk)
        implements Subject {}

    /**
     * A dead letter.
     *
     * @param bulk the act on many that it is part of
     */
    record OfLetter(UUID letter, @Nullable UUID bulk) implements Subject {}

    /** An act on many, as a whole. */
    record OfBulk(UUID bulk) implements Subject {}
  }
}
