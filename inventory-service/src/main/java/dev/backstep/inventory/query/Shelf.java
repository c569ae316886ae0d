package dev.backstep.inventory.query;

import dev.backstep.contracts.value.Sku;
import dev.backstep.inventory.view.ProductCache;
import dev.backstep.inventory.view.ProductCache.Details;
import dev.backstep.inventory.view.StockView;
import jakarta.inject.Singleton;
import java.util.Optional;

/** One product to look at: as it is, or as it was a moment ago, for less. */
@Singleton
class Shelf {
  private final ProductCache products;
  private final StockView stock;

  Shelf(ProductCache products, StockView stock) {
    this.products = products;
    this.stock = stock;
  }

  /** From the database. */
  Optional<ProductView> now(Sku sku) {
    return Product.<Product>findByIdOptional(sku.value()).map(ProductView::of);
  }

  /** From Redis, and from the database what is not there. */
  Optional<ProductView> lately(Sku sku) {
    var available = stock.of(sku);
    return available.isEmpty()
        ? now(sku)
        : products
            .get(sku, () -> now(sku).map(it -> new Details(it.name(), it.price())))
            .map(details ->
                new ProductView(
                    sku.value(),
                    details.name(),
                    details.price(),
                    available.get().units(),
                    available.get().at()));
  }
}
