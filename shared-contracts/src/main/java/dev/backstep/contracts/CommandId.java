package dev.backstep.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Names one command of one saga, the same on every attempt: {@code <saga>/<step>/do|undo}. It is
 * the idempotency key everywhere, the payment gateway included.
 *
 * @param step 1 to 40 lower-case letters, digits and hyphens
 */
public record CommandId(UUID saga, String step, Direction direction) {
  private static final Pattern STEP = Pattern.compile("[a-z][a-z0-9-]{0,39}");

  /** Refuses a malformed step name with an {@link IllegalArgumentException}. */
  public CommandId {
    if (saga == null || direction == null || step == null || !STEP.matcher(step).matches()) {
      throw new IllegalArgumentException("a command id is <saga>/<step>/do|undo");
    }
  }

  /** Reads {@code <saga>/<step>/do|undo}; anything else is an {@link IllegalArgumentException}. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static CommandId parse(String text) {
    var parts = text.split("/", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException("a command id is <saga>/<step>/do|undo");
    }
    return new CommandId(UUID.fromString(parts[0]), parts[1], Direction.ofWireName(parts[2]));
  }

  @JsonValue
  @Override
  public String toString() {
    return saga + "/" + step + "/" + direction.wireName();
  }
}
