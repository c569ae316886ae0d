package dev.backstep.contracts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.backstep.contracts.value.Money;
import dev.backstep.contracts.value.Sku;

/** Products and their stock, keyed by SKU. */
public sealed interface InventoryEvent extends Event {
  Sku sku();

  @JsonIgnore
  @Override
  default String key() {
    return sku().value();
  }

  /**
   * A product is on sale at that price; again with each change. The version counts the product's
   * own changes.
   */
  @WireType("backstep.inventory.product-listed.v1")
  record ProductListed(Sku sku, long version, String name, Money price) implements InventoryEvent {}

  /**
   * How many units there are now. One event may stand for several movements; only the newest
   * matters.
   */
  @WireType("backstep.inventory.stock-changed.v1")
  record StockChanged(Sku sku, long version, long available, long reserved, long sold)
      implements InventoryEvent {}
}
