package dev.backstep.saga.schedule;

import java.util.stream.Stream;

/** At rest nothing waits to be published. */
final class OutboxesEmpty implements Invariant {
  @Override
  public Stream<String> atRest(World world) {
    return world.services().stream()
        .filter(service -> !service.desk.outbox.isEmpty())
        .map(service -> "an outbox still holds " + service.desk.outbox.oldest(3));
  }
}
