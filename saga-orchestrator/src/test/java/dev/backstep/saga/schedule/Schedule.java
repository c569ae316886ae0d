package dev.backstep.saga.schedule;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Moves in order, then recovery. Playing it twice comes to the same. */
record Schedule(List<Move> moves) {
  Schedule {
    moves = List.copyOf(moves);
  }

  static Schedule of(long seed, int length) {
    var random = new SplittableRandom(seed);
    return new Schedule(IntStream.range(0, length).mapToObj(_ -> Move.draw(random)).toList());
  }

  /** The first invariant that is broken, looked for after each move and at rest. */
  Optional<Violation> play(Sabotage sabotage) {
    var world = new World(sabotage);
    var player = new Player(world);
    for (var move : moves) {
      player.play(move);
      var broken = broken(world, Invariant::always);
      if (broken.isPresent()) {
        return broken;
      }
    }
    return atRest(world);
  }

  private static Optional<Violation> atRest(World world) {
    boolean rests = new Recovery(world).complete();
    return broken(world, Invariant::always)
        .or(() -> rests ? broken(world, Invariant::atRest) : Optional.of(Violation.RESTLESS));
  }

  private static Optional<Violation> broken(
      World world, BiFunction<Invariant, World, Stream<String>> evidence) {
    for (var invariant : Invariants.ALL) {
      var against = evidence.apply(invariant, world).toList();
      if (!against.isEmpty()) {
        return Optional.of(new Violation(invariant.getClass().getSimpleName(), against));
      }
    }
    return Optional.empty();
  }

  Schedule without(int from, int to) {
    return new Schedule(
        Stream.concat(moves.subList(0, from).stream(), moves.subList(to, moves.size()).stream())
            .toList());
  }

  int length() {
    return moves.size();
  }
}
