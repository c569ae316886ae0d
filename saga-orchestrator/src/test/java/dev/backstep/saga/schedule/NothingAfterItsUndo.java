package dev.backstep.saga.schedule;

import dev.backstep.contracts.CommandId;
import dev.backstep.contracts.Direction;
import dev.backstep.saga.schedule.Chronicle.Fact;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Once it was answered that a step is undone, nothing of it happens any more. */
final class NothingAfterItsUndo implements Invariant {
  private record Step(UUID saga, String name) {
    static Step of(CommandId id) {
      return new Step(id.saga(), id.step());
    }
  }

  @Override
  public Stream<String> always(World world) {
    var closed = new HashSet<Step>();
    return world.chronicle.facts().stream()
        .filter(fact -> isTooLate(fact, closed))
        .map(fact -> fact.command() + " had its effect after its step was undone");
  }

  private static boolean isTooLate(Fact fact, Set<Step> closed) {
    return switch (fact) {
      case Fact.Closed(var undo) -> {
        closed.add(Step.of(undo));
        yield false;
      }
      case Fact.Happened(var command) ->
          command.direction() == Direction.DO && closed.contains(Step.of(command));
    };
  }
}
