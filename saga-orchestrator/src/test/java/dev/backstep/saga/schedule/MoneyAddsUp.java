package dev.backstep.saga.schedule;

import dev.backstep.saga.schedule.OrdersModel.Order;
import java.util.stream.Stream;

/**
 * What the gateway holds of an order is its total or nothing; at rest, the total of confirmed ones.
 */
final class MoneyAddsUp implements Invariant {
  @Override
  public Stream<String> always(World world) {
    return world.orders.all().stream()
        .filter(order -> {
          long held = world.gateway.balance(order.id());
          return held != total(order) && (held != 0 || order.isConfirmed());
        })
        .map(order -> sentence(world, order));
  }

  @Override
  public Stream<String> atRest(World world) {
    return world.orders.all().stream()
        .filter(
            order -> world.gateway.balance(order.id()) != (order.isConfirmed() ? total(order) : 0))
        .map(order -> sentence(world, order));
  }

  private static long total(Order order) {
    return order.request().total().minorUnits();
  }

  private static String sentence(World world, Order order) {
    return "order %s is %s for %d, the gateway holds %d"
        .formatted(order.id(), order.status(), total(order), world.gateway.balance(order.id()));
  }
}
