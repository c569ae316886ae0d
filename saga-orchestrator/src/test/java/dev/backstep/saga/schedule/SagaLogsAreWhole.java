package dev.backstep.saga.schedule;

import dev.backstep.saga.engine.SagaEngine;
import java.util.stream.Stream;

/** The log of a saga counts from 1 to its version, and folding it gives the saga again. */
final class SagaLogsAreWhole implements Invariant {
  @Override
  public Stream<String> atRest(World world) {
    return world.orchestrator.all().stream()
        .filter(stored -> !isWhole(stored))
        .map(stored ->
            "the log of saga %s is not the saga: %s".formatted(stored.saga.id(), stored.log));
  }

  private static boolean isWhole(OrchestratorModel.Stored stored) {
    for (int i = 0; i < stored.log.size(); i++) {
      if (stored.log.get(i).seq() != i + 1) {
        return false;
      }
    }
    return SagaEngine.fold(stored.saga, stored.log).equals(stored.run);
  }
}
