package dev.backstep.saga.schedule;

import java.util.stream.Stream;

/**
 * No order is confirmed that the gateway was not paid for. Looked at after each move, so before.
 */
final class ChargedBeforeConfirmed implements Invariant {
  @Override
  public Stream<String> always(World world) {
    return world.orders.all().stream()
        .filter(order -> order.isConfirmed() && world.gateway.balance(order.id()) <= 0)
        .map(order -> "order " + order.id() + " is confirmed without a charge");
  }
}
