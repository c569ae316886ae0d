package dev.backstep.saga.words;

import dev.backstep.contracts.Direction;
import dev.backstep.contracts.value.RefusalCode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why sagas stand where they stand, as a group that a filter can name. */
public sealed interface Cause {
  /** As it stands in URLs. */
  String key();

  /** As people read it. */
  String title();

  /** Turned back, for that reason. */
  record TurnedBack(RefusalCode code) implements Cause {
    @Override
    public String key() {
      return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String title() {
      return switch (code) {
        case OUT_OF_STOCK -> "Out of stock";
        case UNKNOWN_PRODUCT -> "Unknown product";
        case PAYMENT_DECLINED -> "Card declined";
        case INSUFFICIENT_FUNDS -> "Insufficient funds";
        case ADDRESS_NOT_SERVICEABLE -> "Address not serviceable";
        case TIMED_OUT -> "No answer in time";
        case CANCELLED -> "Called off";
        case NOT_POSSIBLE -> "Not possible";
      };
    }
  }

  /** Stuck at a command, in that way. */
  record Stuck(String step, Direction direction, StuckKind kind) implements Cause {
    @Override
    public String key() {
      return step + "/" + direction.wireName() + "/" + kind.key();
    }

    @Override
    public String title() {
      return StepWords.title(step, direction) + ": " + kind.words();
    }
  }

  /** Asked more than once, and still trying by itself. */
  record Retrying(String step, Direction direction) implements Cause {
    static final String KEY = "retrying";

    @Override
    public String key() {
      return step + "/" + direction.wireName() + "/" + KEY;
    }

    @Override
    public String title() {
      return StepWords.title(step, direction) + ": tried again and again";
    }
  }

  /** The cause of that key; empty when it is none. */
  static Optional<Cause> parse(String key) {
    var parts = key.split("/", -1);
    return switch (parts.length) {
      case 1 -> turnedBack(key);
      case 3 -> direction(parts[1]).flatMap(to -> at(parts[0], to, parts[2]));
      default -> Optional.empty();
    };
  }

  private static Optional<Cause> turnedBack(String key) {
    return Arrays.stream(RefusalCode.values())
        .<Cause>map(TurnedBack::new)
        .filter(cause -> cause.key().equals(key))
        .findFirst();
  }

  private static Optional<Cause> at(String step, Direction direction, String kind) {
    return kind.equals(Retrying.KEY)
        ? Optional.of(new Retrying(step, direction))
        : StuckKind.ofKey(kind).map(it -> new Stuck(step, direction, it));
  }

  private static Optional<Direction> direction(String name) {
    return Arrays.stream(Direction.values()).filter(it -> it.wireName().equals(name)).findFirst();
  }
}
