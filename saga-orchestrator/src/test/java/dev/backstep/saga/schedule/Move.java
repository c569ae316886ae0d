package dev.backstep.saga.schedule;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * One thing that happens. Its numbers choose among what is possible when it is played, so a move
 * means something in every world, and nothing where nothing of its kind is possible.
 */
record Move(Kind kind, int which, int how) {
  private static final int RANGE = 1 << 16;

  /** How often each kind is drawn, of the sum of all. */
  enum Kind {
    PLACE(4),
    /** Read, send and remove with nothing in between. */
    PUBLISH(20),
    READ(8),
    SEND(8),
    REMOVE(8),
    /** Poll, apply and commit with nothing in between. */
    CONSUME(20),
    POLL(8),
    APPLY(8),
    COMMIT(8),
    CLAIM(5),
    ASK(5),
    STORE(5),
    WAKE(6),
    TICK(3),
    TAKE_OVER(3),
    REBALANCE(2),
    REWIND(1),
    CRASH(3),
    REPEAT(5),
    LOSE(5),
    GARBLE(1),
    OPERATE(2);

    private static final int SUM = Arrays.stream(values()).mapToInt(kind -> kind.weight).sum();
    private final int weight;

    Kind(int weight) {
      this.weight = weight;
    }

    private static Kind draw(RandomGenerator random) {
      int left = random.nextInt(SUM);
      for (var kind : values()) {
        left -= kind.weight;
        if (left < 0) {
          return kind;
        }
      }
      throw new IllegalStateException("the weights do not add up");
    }
  }

  static Move draw(RandomGenerator random) {
    return new Move(Kind.draw(random), random.nextInt(RANGE), random.nextInt(RANGE));
  }

  static <T> Optional<T> pick(List<T> all, int which) {
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(which % all.size()));
  }

  @Override
  public String toString() {
    return "%s(%d, %d)".formatted(kind, which, how);
  }
}
