package dev.backstep.inventory.participant;

import dev.backstep.contracts.CommandId;
import dev.backstep.contracts.Direction;
import dev.backstep.contracts.Headers;
import dev.backstep.contracts.InventoryCommand;
import dev.backstep.contracts.InventoryCommand.ReleaseStock;
import dev.backstep.contracts.InventoryCommand.ReserveStock;
import dev.backstep.contracts.InventoryCommand.SettleStock;
import dev.backstep.contracts.InventoryCommand.UnsettleStock;
import dev.backstep.contracts.Topics;
import dev.backstep.contracts.WireTypes;
import dev.backstep.contracts.value.OrderLine;
import dev.backstep.contracts.value.OrderLines;
import dev.backstep.messaging.wire.Received;
import dev.backstep.messaging.wire.Wire;
import java.util.Map;
import java.util.UUID;

/** One saga and its order, and the records that its commands travel in. */
record Buyer(UUID saga, UUID order) {
  static final String STOCK = "stock";
  static final String SETTLEMENT = "settlement";

  static Buyer aBuyer() {
    return new Buyer(UUID.randomUUID(), UUID.randomUUID());
  }

  Received reserves(OrderLine... lines) {
    return record(STOCK, Direction.DO, new ReserveStock(order, OrderLines.of(lines)));
  }

  Received releases() {
    return record(STOCK, Direction.UNDO, new ReleaseStock(order));
  }

  Received settles() {
    return record(SETTLEMENT, Direction.DO, new SettleStock(order));
  }

  Received takesTheSaleBack() {
    return record(SETTLEMENT, Direction.UNDO, new UnsettleStock(order));
  }

  private Received record(String step, Direction direction, InventoryCommand command) {
    var headers =
        Map.of(
            Headers.ID,
            new CommandId(saga, step, direction).toString(),
            Headers.TYPE,
            WireTypes.of(command));
    return new Received(
        Topics.INVENTORY_COMMANDS, 0, 0, saga.toString(), headers, Wire.encode(command));
  }
}
