package dev.backstep.saga.schedule;

import java.util.stream.Stream;

/** At rest every row that was ever in an outbox is on its topic. */
final class PublishedAtLeastOnce implements Invariant {
  @Override
  public Stream<String> atRest(World world) {
    return world.services().stream()
        .flatMap(service -> service.desk.outbox.everWritten().stream())
        .filter(letter -> !world.broker.hasSeen(letter))
        .map(letter -> letter.id() + " never reached " + letter.topic());
  }
}
