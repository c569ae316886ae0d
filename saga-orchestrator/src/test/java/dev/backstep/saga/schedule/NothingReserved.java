package dev.backstep.saga.schedule;

import dev.backstep.saga.schedule.StockModel.Hold;
import java.util.Optional;
import java.util.stream.Stream;

/** At rest nobody holds stock without having bought it. */
final class NothingReserved implements Invariant {
  @Override
  public Stream<String> atRest(World world) {
    return world.orders.all().stream()
        .filter(order -> world.stock.holdOf(order.id()).equals(Optional.of(Hold.RESERVED)))
        .map(order -> "order " + order.id() + " still holds stock");
  }
}
