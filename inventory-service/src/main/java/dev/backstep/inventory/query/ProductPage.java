package dev.backstep.inventory.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the catalogue.
 *
 * @param nextCursor asks for the part after this; left out at the end
 */
record ProductPage(
    List<ProductView> items,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String nextCursor) {
  /** Takes one product more than fits, to know whether anything follows. */
  static ProductPage of(List<ProductView> found, int limit) {
    var items = found.stream().limit(limit).toList();
    return new ProductPage(
        items, found.size() > limit ? Cursor.after(items.getLast().sku()).encoded() : null);
  }
}
