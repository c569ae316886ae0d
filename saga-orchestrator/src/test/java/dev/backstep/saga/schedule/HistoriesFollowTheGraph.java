package dev.backstep.saga.schedule;

import dev.backstep.saga.schedule.OrdersModel.Status;
import java.util.List;
import java.util.stream.Stream;

/** An order was PENDING, then at most one final state. */
final class HistoriesFollowTheGraph implements Invariant {
  @Override
  public Stream<String> always(World world) {
    return world.orders.all().stream()
        .filter(order -> !isOnTheGraph(order.history()))
        .map(order -> "order " + order.id() + " was " + order.history());
  }

  private static boolean isOnTheGraph(List<Status> history) {
    return history.getFirst() == Status.PENDING
        && history.size() <= 2
        && history.lastIndexOf(Status.PENDING) == 0;
  }
}
