package dev.backstep.saga.schedule;

import java.util.stream.Stream;

/** No unit appears or disappears, none is negative, and what is held is what orders hold. */
final class StockAddsUp implements Invariant {
  @Override
  public Stream<String> always(World world) {
    return world.stock.addsUp() && world.stock.matchesHolds()
        ? Stream.empty()
        : Stream.of(world.stock.toString());
  }
}
