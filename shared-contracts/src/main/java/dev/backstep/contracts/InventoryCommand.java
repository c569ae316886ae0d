package dev.backstep.contracts;

import dev.backstep.contracts.value.OrderLines;
import java.util.UUID;

/** Commands to the stock. */
public sealed interface InventoryCommand extends Command {
  /** Moves units from available to reserved: all lines, or none. */
  @WireType("backstep.inventory.reserve-stock.v1")
  record ReserveStock(UUID orderId, OrderLines lines) implements InventoryCommand {}

  /** Undoes the reservation: reserved becomes available again. */
  @WireType("backstep.inventory.release-stock.v1")
  record ReleaseStock(UUID orderId) implements InventoryCommand {}

  /** Makes the sale final: reserved becomes sold. */
  @WireType("backstep.inventory.settle-stock.v1")
  record SettleStock(UUID orderId) implements InventoryCommand {}

  /**
   * Undoes a settlement: what was sold is reserved again. Sent only when a finished checkout is
   * called back.
   */
  @WireType("backstep.inventory.unsettle-stock.v1")
  record UnsettleStock(UUID orderId) implements InventoryCommand {}
}
