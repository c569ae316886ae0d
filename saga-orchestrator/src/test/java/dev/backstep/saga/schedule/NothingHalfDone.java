package dev.backstep.saga.schedule;

import java.util.stream.Stream;

/** At rest no barrier waits for an answer. */
final class NothingHalfDone implements Invariant {
  @Override
  public Stream<String> atRest(World world) {
    return world.services().stream()
        .filter(service -> service.desk.barrier.isHalfDone())
        .map(_ -> "a barrier still waits for an answer");
  }
}
