package dev.backstep.order.participant;

import dev.backstep.contracts.OrderCommand;
import dev.backstep.messaging.barrier.Admitted;
import dev.backstep.messaging.barrier.CommandIntake;
import dev.backstep.messaging.barrier.Outcome;
import dev.backstep.messaging.consumer.PollConsumer;
import dev.backstep.messaging.intake.Poll;
import dev.backstep.messaging.outbox.Outbox;
import dev.backstep.messaging.outbox.Outgoing;
import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.order.Decision;
import dev.backstep.order.FinalState;
import dev.backstep.order.Order;
import dev.backstep.order.lra.ParticipantTable;
import dev.backstep.order.watch.OrderWatch;
import dev.backstep.reads.Commits;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Confirms and cancels orders, a poll at a time: lock, decide in memory, write once. */
@Singleton
class OrderCommands implements PollConsumer {
  private final CommandIntake intake;
  private final Outbox outbox;
  private final OrderWatch watch;
  private final FinalOrderMetrics metrics;
  private final Commits commits;
  private final InstantSource time;

  OrderCommands(
      CommandIntake intake,
      Outbox outbox,
      OrderWatch watch,
      FinalOrderMetrics metrics,
      Commits commits,
      InstantSource time) {
    this.intake = intake;
    this.outbox = outbox;
    this.watch = watch;
    this.metrics = metrics;
    this.commits = commits;
    this.time = time;
  }

  @Override
  public String channel() {
    return "order-commands";
  }

  @Override
  public void take(Poll poll) {
    intake.take(poll, OrderCommand.class, this::handle);
  }

  List<Outcome> handle(Transaction tx, List<Admitted<OrderCommand>> commands) throws SQLException {
    var orders =
        OrderTable.lock(tx, commands.stream().map(each -> each.command().orderId()).toList());
    var wave = new Wave(orders);
    commands.forEach(wave::apply);
    var now = time.instant().truncatedTo(ChronoUnit.MILLIS);
    var customers = OrderTable.move(tx, wave.moved, now);
    outbox.append(tx, wave.events);
    ParticipantTable.leave(tx, left(commands));
    tx.afterCommit(() -> {
      commits.committedFor(customers);
      wave.moved.forEach(order -> becameFinal(order, now));
    });
    return wave.outcomes;
  }

  private static List<UUID> left(List<Admitted<OrderCommand>> commands) {
    return commands.stream()
        .filter(each -> each.command() instanceof OrderCommand.LeaveOrder)
        .map(each -> each.id().saga())
        .toList();
  }

  private void becameFinal(Order order, Instant at) {
    watch.becameFinal(new FinalState(order.id(), order.version(), order.state(), at));
    metrics.becameFinal(order);
  }

  /** What one wave of commands comes to. */
  private static final class Wave {
    private final Map<UUID, Order> orders;
    private final List<Order> moved = new ArrayList<>();
    private final List<Outgoing> events = new ArrayList<>();
    private final List<Outcome> outcomes = new ArrayList<>();

    Wave(Map<UUID, Order> orders) {
      this.orders = orders;
    }

    void apply(Admitted<OrderCommand> admitted) {
      var command = admitted.command();
      var order = orders.get(command.orderId());
      if (order == null) {
        throw new IllegalStateException("there is no order " + command.orderId());
      }
      switch (order.decide(command)) {
        case Decision.Moves(var next, var event) -> {
          orders.put(next.id(), next);
          moved.add(next);
          events.add(Outgoing.event(event, admitted.traceparent()));
          outcomes.add(outcome(command));
        }
        case Decision.Stays _ -> outcomes.add(outcome(command));
        case Decision.Refuses(var refusal) ->
            outcomes.add(Outcome.refused(refusal.code(), refusal.detail()));
      }
    }

    private static Outcome outcome(OrderCommand command) {
      return switch (command) {
        case OrderCommand.ConfirmOrder(var orderId) -> Outcome.done(orderId.toString());
        case OrderCommand.CancelOrder _, OrderCommand.RevokeOrder _, OrderCommand.LeaveOrder _ ->
            Outcome.undone();
      };
    }
  }
}
