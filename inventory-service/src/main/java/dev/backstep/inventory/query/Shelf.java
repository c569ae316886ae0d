package dev.backstep.inventory.query;

import dev.backstep.contracts.value.Sku;
import dev.backstep.inventory.view.Availability;
import dev.backstep.inventory.view.CatalogueCache;
import dev.backstep.inventory.view.CatalogueCache.Listed;
import dev.backstep.inventory.view.ProductCache;
import dev.backstep.inventory.view.ProductCache.Details;
import dev.backstep.inventory.view.StockView;
import dev.backstep.inventory.view.ViewMetrics;
import dev.backstep.reads.cache.RecentAnswers;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Products to look at: as they are, or as they were a moment ago, for less. */
@Singleton
class Shelf {
  private final ProductCache products;
  private final CatalogueCache catalogue;
  private final StockView stock;
  private final ViewMetrics metrics;
  private final InstantSource time;
  private final RecentAnswers<ProductView> seen;
  private final RecentAnswers<List<ProductView>> leafed;

  Shelf(
      ProductCache products,
      CatalogueCache catalogue,
      StockView stock,
      ViewMetrics metrics,
      InstantSource time) {
    this.products = products;
    this.catalogue = catalogue;
    this.stock = stock;
    this.metrics = metrics;
    this.time = time;
    this.seen = new RecentAnswers<>(System::nanoTime, metrics::shared);
    this.leafed = new RecentAnswers<>(System::nanoTime, metrics::shared);
  }

  /** From the database. */
  Optional<ProductView> now(Sku sku) {
    return Product.<Product>findByIdOptional(sku.value()).map(ProductView::of);
  }

  /** From Redis; from the database what is neither there nor known from a moment ago. */
  Optional<ProductView> lately(Sku sku) {
    return seen.get(sku.value(), () -> look(sku), () -> withoutRedis(sku));
  }

  private Optional<ProductView> look(Sku sku) {
    return stock
        .of(sku)
        .flatMap(available ->
            products
                .get(sku, () -> now(sku).map(it -> new Details(it.name(), it.price())))
                .map(it -> ProductView.at(available, sku.value(), it.name(), it.price())));
  }

  private Optional<ProductView> withoutRedis(Sku sku) {
    metrics.withoutRedis();
    var then = time.instant();
    return now(sku).map(it -> it.at(then));
  }

  /** At most so many whose SKUs come after that text, from the database. */
  List<ProductView> now(String after, int limit) {
    return Product.after(after, limit).stream().map(ProductView::of).toList();
  }

  /** The same as {@link #lately(Sku)} finds them. */
  List<ProductView> lately(String after, int limit) {
    return leafed
        .get(
            limit + ":" + after,
            () -> catalogue.after(after, limit, () -> load(after, limit)).map(this::inStock),
            () -> Optional.of(withoutRedis(after, limit)))
        .orElseThrow();
  }

  private List<ProductView> withoutRedis(String after, int limit) {
    metrics.withoutRedis();
    var then = time.instant();
    return now(after, limit).stream().map(it -> it.at(then)).toList();
  }

  private List<Listed> load(String after, int limit) {
    return now(after, limit).stream()
        .map(it -> new Listed(it.sku(), it.name(), it.price()))
        .toList();
  }

  private List<ProductView> inStock(List<Listed> listed) {
    var available = stock.of(listed.stream().map(Listed::key).toList());
    var others = notIn(available, listed);
    return listed.stream().flatMap(it -> view(it, available, others).stream()).toList();
  }

  private Map<String, ProductView> notIn(Map<Sku, Availability> available, List<Listed> listed) {
    var missing =
        listed.stream().filter(it -> !available.containsKey(it.key())).map(Listed::sku).toList();
    if (missing.isEmpty()) {
      return Map.of();
    }
    metrics.withoutRedis();
    var then = time.instant();
    return Product.of(missing).stream()
        .map(it -> ProductView.of(it).at(then))
        .collect(Collectors.toMap(ProductView::sku, Function.identity()));
  }

  private static Optional<ProductView> view(
      Listed product, Map<Sku, Availability> available, Map<String, ProductView> others) {
    return Optional.ofNullable(available.get(product.key()))
        .map(it -> ProductView.at(it, product.sku(), product.name(), product.price()))
        .or(() -> Optional.ofNullable(others.get(product.sku())));
  }
}
