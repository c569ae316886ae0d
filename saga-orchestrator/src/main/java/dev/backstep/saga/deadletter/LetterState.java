package dev.backstep.saga.deadletter;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.backstep.rest.problem.GeneralProblem;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of a dead letter. */
// By its wire names; the constants are what would be found.
@Schema(enumeration = {"waiting", "replayed", "discarded"})
enum LetterState {
  /** For somebody to look at it. */
  WAITING("replays = 0 and discardedAt is null"),
  /** It was sent again. */
  REPLAYED("replays > 0 and discardedAt is null"),
  /** Somebody said why it needs nobody. */
  DISCARDED("discardedAt is not null");

  private final String condition;

  LetterState(String condition) {
    this.condition = condition;
  }

  /** For a query over {@link LetterRow}. */
  String condition() {
    return condition;
  }

  @JsonValue
  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static LetterState of(int replays, @Nullable Instant discardedAt) {
    if (discardedAt != null) {
      return DISCARDED;
    }
    return replays > 0 ? REPLAYED : WAITING;
  }

  static LetterState parse(String name) {
    return Arrays.stream(values())
        .filter(state -> state.wireName().equals(name))
        .findFirst()
        .orElseThrow(
            () -> GeneralProblem.INVALID_QUERY.problem("state is waiting, replayed or discarded."));
  }
}
