package dev.backstep.saga.operations;

import dev.backstep.saga.engine.OperatorAction;
import dev.backstep.saga.engine.RunEvent.Operated;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an operator wants of one saga.
 *
 * @param expectedVersion that he saw
 * @param patience of a retry; null for the usual time
 * @param confirmed the order number, or its end, that he typed, if he did
 * @param bulk the bulk run that it is part of
 */
public record Wish(
    OperatorAction action,
    long expectedVersion,
    String operator,
    String reason,
    @Nullable Duration patience,
    @Nullable String confirmed,
    @Nullable UUID bulk) {
  /** One of many. */
  public static Wish ofBulk(
      UUID bulk, OperatorAction action, long expectedVersion, String operator, String reason) {
    return new Wish(action, expectedVersion, operator, reason, null, null, bulk);
  }

  Operated event() {
    return new Operated(action, operator, reason, patience);
  }

  /** As the operator log has it. */
  String name() {
    return patience == null ? action.wireName() : action.wireName() + "-with-deadline";
  }
}
