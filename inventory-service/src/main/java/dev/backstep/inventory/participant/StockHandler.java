package dev.backstep.inventory.participant;

import dev.backstep.contracts.InventoryCommand;
import dev.backstep.contracts.InventoryCommand.ReleaseStock;
import dev.backstep.contracts.InventoryCommand.ReserveStock;
import dev.backstep.contracts.InventoryCommand.SettleStock;
import dev.backstep.contracts.InventoryCommand.UnsettleStock;
import dev.backstep.contracts.value.OrderLine;
import dev.backstep.inventory.StockLevel;
import dev.backstep.inventory.StockPlan;
import dev.backstep.inventory.StockRequest;
import dev.backstep.inventory.StockRequest.Release;
import dev.backstep.inventory.StockRequest.Reserve;
import dev.backstep.inventory.StockRequest.Settle;
import dev.backstep.inventory.StockRequest.Unsettle;
import dev.backstep.inventory.Verdict;
import dev.backstep.inventory.Verdict.Granted;
import dev.backstep.inventory.Verdict.Refused;
import dev.backstep.messaging.barrier.Admitted;
import dev.backstep.messaging.barrier.CommandHandler;
import dev.backstep.messaging.barrier.Outcome;
import dev.backstep.messaging.outbox.Outbox;
import dev.backstep.messaging.outbox.Outgoing;
import dev.backstep.messaging.transaction.Transaction;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Applies a batch with one statement each: take what orders hold, lock the stock, move it, write
 * the new reservations, tell of the change. Every transaction touches reservations first and stock
 * second, both sorted, so that two batches never wait for each other in a circle.
 */
@Singleton
class StockHandler implements CommandHandler<InventoryCommand> {
  private final Outbox outbox;
  private final ReservationMetrics metrics;

  StockHandler(Outbox outbox, ReservationMetrics metrics) {
    this.outbox = outbox;
    this.metrics = metrics;
  }

  @Override
  public List<Outcome> handle(Transaction tx, List<Admitted<InventoryCommand>> commands)
      throws SQLException {
    var held = ReservationTable.leave(tx, leaving(commands));
    var sold = ReservationTable.unsell(tx, unsettled(commands));
    var requests = commands.stream().map(each -> request(each.command(), held, sold)).toList();
    var plan = StockPlan.of(StockTable.lock(tx, requests), requests);
    var levels = StockTable.move(tx, plan.movements());
    ReservationTable.insert(tx, plan.reservations());
    outbox.append(tx, levels.stream().map(StockHandler::event).toList());
    tx.afterCommit(() -> count(commands, plan.verdicts()));
    return outcomes(commands, plan.verdicts());
  }

  private void count(List<Admitted<InventoryCommand>> commands, List<Verdict> verdicts) {
    for (int i = 0; i < verdicts.size(); i++) {
      metrics.count(commands.get(i).command(), verdicts.get(i));
    }
  }

  /** The orders whose units leave the reservation, and where to. An order leaves only once. */
  private static Map<UUID, ReservationState> leaving(List<Admitted<InventoryCommand>> commands) {
    return commands.stream()
        .map(Admitted::command)
        .filter(command -> after(command) != ReservationState.RESERVED)
        .collect(Collectors.toMap(InventoryCommand::orderId, StockHandler::after));
  }

  /** The orders whose sale is taken back: only when a finished checkout is called back. */
  private static List<UUID> unsettled(List<Admitted<InventoryCommand>> commands) {
    return commands.stream()
        .map(Admitted::command)
        .filter(UnsettleStock.class::isInstance)
        .map(InventoryCommand::orderId)
        .toList();
  }

  /** They become reserved: by a statement of their own. */
  private static ReservationState after(InventoryCommand command) {
    return switch (command) {
      case ReserveStock _, UnsettleStock _ -> ReservationState.RESERVED;
      case ReleaseStock _ -> ReservationState.RELEASED;
      case SettleStock _ -> ReservationState.SOLD;
    };
  }

  private static StockRequest request(
      InventoryCommand command, Map<UUID, List<OrderLine>> held, Map<UUID, List<OrderLine>> sold) {
    return switch (command) {
      case ReserveStock(var orderId, var lines) -> new Reserve(orderId, lines);
      case ReleaseStock(var orderId) -> new Release(orderId, held.getOrDefault(orderId, List.of()));
      case SettleStock(var orderId) -> new Settle(orderId, held.getOrDefault(orderId, List.of()));
      case UnsettleStock(var orderId) ->
          new Unsettle(orderId, sold.getOrDefault(orderId, List.of()));
    };
  }

  /** Without a trace: one event may stand for the commands of many. */
  private static Outgoing event(StockLevel level) {
    return Outgoing.event(level.changed(), null);
  }

  private static List<Outcome> outcomes(
      List<Admitted<InventoryCommand>> commands, List<Verdict> verdicts) {
    var outcomes = new ArrayList<Outcome>(verdicts.size());
    for (int i = 0; i < verdicts.size(); i++) {
      outcomes.add(outcome(commands.get(i).command(), verdicts.get(i)));
    }
    return outcomes;
  }

  private static Outcome outcome(InventoryCommand command, Verdict verdict) {
    return switch (verdict) {
      case Refused(var refusal) -> Outcome.refused(refusal.code(), refusal.detail());
      case Granted _ -> granted(command);
    };
  }

  /** A reservation has no name of its own: it is called after its order. */
  private static Outcome granted(InventoryCommand command) {
    return switch (command) {
      case ReserveStock _, SettleStock _ -> Outcome.done(command.orderId().toString());
      case ReleaseStock _, UnsettleStock _ -> Outcome.undone();
    };
  }
}
