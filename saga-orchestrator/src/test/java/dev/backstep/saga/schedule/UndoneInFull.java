package dev.backstep.saga.schedule;

import dev.backstep.contracts.CommandId;
import dev.backstep.contracts.Direction;
import dev.backstep.saga.engine.Phase;
import dev.backstep.saga.schedule.Chronicle.Fact;
import dev.backstep.saga.schedule.Chronicle.Fact.Happened;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** At rest a saga that failed has undone exactly what it had done, one that succeeded nothing. */
final class UndoneInFull implements Invariant {
  @Override
  public Stream<String> atRest(World world) {
    var happened =
        world.chronicle.facts().stream()
            .filter(Happened.class::isInstance)
            .map(Fact::command)
            .collect(Collectors.toCollection(HashSet::new));
    return world.orchestrator.all().stream().flatMap(stored -> check(stored, happened));
  }

  private static Stream<String> check(OrchestratorModel.Stored stored, Set<CommandId> happened) {
    boolean failed = stored.run.phase() instanceof Phase.Compensated;
    return happened.stream()
        .filter(id -> id.saga().equals(stored.saga.id()) && id.direction() == Direction.DO)
        .filter(id -> happened.contains(undoOf(id)) != failed)
        .map(id -> id + (failed ? " was not undone" : " was undone though its saga succeeded"));
  }

  private static CommandId undoOf(CommandId id) {
    return new CommandId(id.saga(), id.step(), Direction.UNDO);
  }
}
