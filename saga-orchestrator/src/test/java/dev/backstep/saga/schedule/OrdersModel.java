package dev.backstep.saga.schedule;

import dev.backstep.contracts.Command;
import dev.backstep.contracts.CommandId;
import dev.backstep.contracts.Direction;
import dev.backstep.contracts.OrderCommand.CancelOrder;
import dev.backstep.contracts.OrderCommand.ConfirmOrder;
import dev.backstep.contracts.OrderEvent;
import dev.backstep.contracts.Reply;
import dev.backstep.contracts.SagaRequest.CheckoutRequested;
import dev.backstep.contracts.value.RefusalCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Orders and their histories. Who the shopper was is of no interest here. */
final class OrdersModel implements Participant {
  enum Status {
    PENDING,
    CONFIRMED,
    REJECTED
  }

  /** An order with every state that it was ever in. */
  record Order(CheckoutRequested request, List<Status> history) {
    Status status() {
      return history.getLast();
    }

    boolean isConfirmed() {
      return status() == Status.CONFIRMED;
    }

    UUID id() {
      return request.orderId();
    }
  }

  private final Map<UUID, Order> orders = new LinkedHashMap<>();
  private final Desk desk;

  OrdersModel(Desk desk) {
    this.desk = desk;
  }

  /** Order, history, first step and request in one transaction. */
  void place(CheckoutRequested request) {
    var order = new Order(request, new ArrayList<>(List.of(Status.PENDING)));
    orders.put(order.id(), order);
    desk.barrier.record(firstStep(request), new Reply.Done("r"));
    desk.chronicle.happened(firstStep(request));
    desk.tell(
        new OrderEvent.OrderPlaced(
            order.id(), 1, request.customerId(), request.lines(), request.total()));
    desk.tell(Letter.request(request));
  }

  private static CommandId firstStep(CheckoutRequested request) {
    return new CommandId(request.sagaId(), "order", Direction.DO);
  }

  @Override
  public Optional<Reply> apply(CommandId id, Command command) {
    var order = orders.get(command.orderId());
    if (order == null) {
      throw new IllegalStateException("there is no such order");
    }
    return Optional.of(
        switch (command) {
          case ConfirmOrder _ -> confirm(id, order);
          case CancelOrder(_, var reason) -> {
            move(id, order, Status.REJECTED);
            desk.tell(new OrderEvent.OrderRejected(order.id(), order.history.size(), reason));
            yield new Reply.Undone();
          }
          default -> throw new IllegalStateException("no command of an order");
        });
  }

  private Reply confirm(CommandId id, Order order) {
    if (order.status() == Status.REJECTED) {
      return Desk.refused(RefusalCode.CANCELLED);
    }
    move(id, order, Status.CONFIRMED);
    desk.tell(new OrderEvent.OrderConfirmed(order.id(), order.history.size()));
    return new Reply.Done("r");
  }

  private void move(CommandId id, Order order, Status next) {
    if (order.status() != Status.PENDING) {
      throw new IllegalStateException("it is " + order.status() + " and cannot become " + next);
    }
    order.history.add(next);
    desk.chronicle.happened(id);
  }

  Collection<Order> all() {
    return orders.values();
  }
}
