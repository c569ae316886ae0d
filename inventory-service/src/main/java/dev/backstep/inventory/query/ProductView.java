package dev.backstep.inventory.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.backstep.contracts.value.Money;
import dev.backstep.inventory.view.Availability;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a shopper sees of a product.
 *
 * @param available units that can be ordered; they may be gone a moment later
 * @param asOf when that was so; missing when it is so now
 */
record ProductView(
    String sku,
    String name,
    Money price,
    long available,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant asOf) {
  static ProductView of(Product product) {
    return new ProductView(
        product.sku,
        product.name,
        new Money(product.priceMinorUnits, product.currency),
        product.available,
        null);
  }

  /** The same, for those who may see it later. */
  ProductView at(Instant then) {
    return new ProductView(sku, name, price, available, then);
  }

  static ProductView at(Availability known, String sku, String name, Money price) {
    return new ProductView(sku, name, price, known.units(), known.at());
  }
}
