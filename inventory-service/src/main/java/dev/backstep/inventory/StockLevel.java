package dev.backstep.inventory;

import dev.backstep.contracts.InventoryEvent.StockChanged;
import dev.backstep.contracts.value.Sku;

/**
 * How many units of one product there are after a change.
 *
 * @param version counts the changes of this stock, from 1
 */
public record StockLevel(Sku sku, long version, long available, long reserved, long sold) {
  /** The event that tells of the change. */
  public StockChanged changed() {
    return new StockChanged(sku, version, available, reserved, sold);
  }
}
