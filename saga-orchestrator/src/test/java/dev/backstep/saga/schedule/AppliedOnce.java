package dev.backstep.saga.schedule;

import dev.backstep.saga.schedule.Chronicle.Fact.Happened;
import java.util.HashSet;
import java.util.stream.Stream;

/** However often a command is delivered, it has one effect. */
final class AppliedOnce implements Invariant {
  @Override
  public Stream<String> always(World world) {
    var seen = new HashSet<>();
    return world.chronicle.facts().stream()
        .filter(fact -> fact instanceof Happened && !seen.add(fact))
        .map(fact -> fact.command() + " had its effect twice");
  }
}
