package dev.backstep.saga.schedule;

import dev.backstep.saga.schedule.OrdersModel.Order;
import dev.backstep.saga.schedule.StockModel.Hold;
import java.util.Optional;
import java.util.stream.Stream;

/** Only confirmed orders are sold anything; at rest all of them are. */
final class SoldIsConfirmed implements Invariant {
  @Override
  public Stream<String> always(World world) {
    return world.orders.all().stream()
        .filter(order -> isSold(world, order) && !order.isConfirmed())
        .map(order ->
            "goods are sold to order %s, which is %s".formatted(order.id(), order.status()));
  }

  @Override
  public Stream<String> atRest(World world) {
    return world.orders.all().stream()
        .filter(order -> order.isConfirmed() && !isSold(world, order))
        .map(order -> "order " + order.id() + " is confirmed and its goods are not sold");
  }

  private static boolean isSold(World world, Order order) {
    return world.stock.holdOf(order.id()).equals(Optional.of(Hold.SOLD));
  }
}
