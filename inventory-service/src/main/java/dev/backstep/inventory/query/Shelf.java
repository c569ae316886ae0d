package dev.backstep.inventory.query;

import dev.backstep.contracts.value.Sku;
import dev.backstep.inventory.view.Availability;
import dev.backstep.inventory.view.CatalogueCache;
import dev.backstep.inventory.view.CatalogueCache.Listed;
import dev.backstep.inventory.view.ProductCache;
import dev.backstep.inventory.view.ProductCache.Details;
import dev.backstep.inventory.view.StockView;
import dev.backstep.reads.cache.SingleFlight;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Products to look at: as they are, or as they were a moment ago, for less. */
@Singleton
class Shelf {
  /** Nobody sees a tenth of a second; a rush on one product costs Redis ten questions in one. */
  private static final Duration HOLD = Duration.ofMillis(100);

  private final ProductCache products;
  private final CatalogueCache catalogue;
  private final StockView stock;
  private final InstantSource time;
  private final SingleFlight<Optional<ProductView>> looks = new SingleFlight<>(HOLD);

  Shelf(ProductCache products, CatalogueCache catalogue, StockView stock, InstantSource time) {
    this.products = products;
    this.catalogue = catalogue;
    this.stock = stock;
    this.time = time;
  }

  /** From the database. */
  Optional<ProductView> now(Sku sku) {
    return Product.<Product>findByIdOptional(sku.value()).map(ProductView::of);
  }

  /** From Redis, and from the database what is not there; once for all who ask at that time. */
  Optional<ProductView> lately(Sku sku) {
    return looks.get(sku.value(), () -> look(sku));
  }

  private Optional<ProductView> look(Sku sku) {
    var available = stock.of(sku);
    return available.isEmpty()
        ? now(sku).map(it -> it.at(time.instant()))
        : products
            .get(sku, () -> now(sku).map(it -> new Details(it.name(), it.price())))
            .map(details ->
                ProductView.at(available.get(), sku.value(), details.name(), details.price()));
  }

  /** At most so many whose SKUs come after that text, from the database. */
  List<ProductView> now(String after, int limit) {
    return Product.after(after, limit).stream().map(ProductView::of).toList();
  }

  /** The same from Redis, and from the database what is not there. */
  List<ProductView> lately(String after, int limit) {
    var listed = catalogue.after(after, limit, () -> load(after, limit));
    var available = stock.of(listed.stream().map(Listed::key).toList());
    var others = notIn(available, listed);
    return listed.stream().flatMap(it -> view(it, available, others).stream()).toList();
  }

  private static List<Listed> load(String after, int limit) {
    return Product.after(after, limit).stream()
        .map(ProductView::of)
        .map(it -> new Listed(it.sku(), it.name(), it.price()))
        .toList();
  }

  private static Map<String, ProductView> notIn(
      Map<Sku, Availability> available, List<Listed> listed) {
    var missing =
        listed.stream().filter(it -> !available.containsKey(it.key())).map(Listed::sku).toList();
    return missing.isEmpty()
        ? Map.of()
        : Product.of(missing).stream()
            .map(ProductView::of)
            .collect(Collectors.toMap(ProductView::sku, Function.identity()));
  }

  private static Optional<ProductView> view(
      Listed product, Map<Sku, Availability> available, Map<String, ProductView> others) {
    return Optional.ofNullable(available.get(product.key()))
        .map(it -> ProductView.at(it, product.sku(), product.name(), product.price()))
        .or(() -> Optional.ofNullable(others.get(product.sku())));
  }
}
