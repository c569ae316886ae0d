package dev.backstep.saga.deadletter;

import dev.backstep.saga.problem.SagaProblem;
import java.util.List;
import java.util.UUID;

/** Which letters an operator means. */
sealed interface LetterChoice {
  /** Those. */
  record Ids(List<UUID> ids) implements LetterChoice {}

  /** All of one cause that wait. */
  record Group(String key) implements LetterChoice {}

  static LetterChoice of(LetterBody body) {
    var ids = body.ids();
    var group = body.group();
    if (ids != null && group == null) {
      return new Ids(ids);
    }
    if (group != null && ids == null) {
      return new Group(group);
    }
    throw SagaProblem.INVALID_ACTION.problem("Name either ids or a group.");
  }
}
