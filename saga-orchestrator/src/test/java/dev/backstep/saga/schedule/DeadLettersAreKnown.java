package dev.backstep.saga.schedule;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** At rest every dead letter was garbage on its way; nothing readable ended there. */
final class DeadLettersAreKnown implements Invariant {
  private static final String SUFFIX = ".dlq";

  @Override
  public Stream<String> atRest(World world) {
    var garbled =
        world.broker.all().stream()
            .filter(entry -> entry.garbled)
            .map(entry -> entry.letter.id())
            .collect(Collectors.toUnmodifiableSet());
    return world.services().stream()
        .flatMap(service -> service.desk.outbox.everWritten().stream())
        .filter(letter -> letter.topic().endsWith(SUFFIX) && !garbled.contains(letter.id()))
        .map(letter -> letter.id() + " was readable and is a dead letter");
  }
}
