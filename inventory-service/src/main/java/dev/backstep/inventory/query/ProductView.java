package dev.backstep.inventory.query;

import dev.backstep.contracts.value.Money;

/**
 * What a shopper sees of a product.
 *
 * @param available units that can be ordered now; they may be gone a moment later
 */
record ProductView(String sku, String name, Money price, long available) {
  static ProductView of(Product product) {
    return new ProductView(
        product.sku,
        product.name,
        new Money(product.priceMinorUnits, product.currency),
        product.available);
  }
}
