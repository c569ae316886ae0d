package dev.backstep.saga.schedule;

import java.util.stream.Stream;

/**
 * Nothing threw that must not: no impossible event, no command in a state that nobody should send
 * it to.
 */
final class NoBug implements Invariant {
  @Override
  public Stream<String> always(World world) {
    return world.chronicle.bugs().stream();
  }
}
