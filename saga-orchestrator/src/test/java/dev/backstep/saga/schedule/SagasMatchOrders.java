package dev.backstep.saga.schedule;

import dev.backstep.saga.engine.Phase;
import dev.backstep.saga.schedule.OrdersModel.Order;
import java.util.stream.Stream;

/** At rest every order has its saga, every saga is final, and both agree on how it ended. */
final class SagasMatchOrders implements Invariant {
  @Override
  public Stream<String> atRest(World world) {
    return world.orders.all().stream().flatMap(order -> unlessConsistent(world, order));
  }

  private static Stream<String> unlessConsistent(World world, Order order) {
    var saga = world.orchestrator.of(order.request().sagaId());
    if (saga.isEmpty()) {
      return Stream.of("order " + order.id() + " has no saga");
    }
    var phase = saga.get().run.phase();
    boolean consistent =
        switch (order.status()) {
          case PENDING -> false;
          case CONFIRMED -> phase instanceof Phase.Completed;
          case REJECTED -> phase instanceof Phase.Compensated;
        };
    return consistent
        ? Stream.empty()
        : Stream.of("order %s is %s, its saga %s".formatted(order.id(), order.status(), phase));
  }
}
