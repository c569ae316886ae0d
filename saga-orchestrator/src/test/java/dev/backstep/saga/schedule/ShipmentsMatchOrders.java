package dev.backstep.saga.schedule;

import java.util.stream.Stream;

/** Confirmed orders have a parcel booked; at rest nobody else has. */
final class ShipmentsMatchOrders implements Invariant {
  @Override
  public Stream<String> always(World world) {
    return world.orders.all().stream()
        .filter(order -> order.isConfirmed() && !world.parcels.isBooked(order.id()))
        .map(order -> "order " + order.id() + " is confirmed without a parcel");
  }

  @Override
  public Stream<String> atRest(World world) {
    return world.orders.all().stream()
        .filter(order -> !order.isConfirmed() && world.parcels.isBooked(order.id()))
        .map(order -> "order %s is %s and has a parcel".formatted(order.id(), order.status()));
  }
}
