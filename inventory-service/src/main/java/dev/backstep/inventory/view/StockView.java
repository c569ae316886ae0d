package dev.backstep.inventory.view;

import dev.backstep.contracts.value.Sku;
import dev.backstep.reads.cache.Versioned;
import dev.backstep.reads.cache.VersionedView;
import dev.backstep.reads.memory.RedisLink;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The stock as the log tells it. */
@Singleton
public class StockView {
  private final VersionedView view;
  private final ViewMetrics metrics;

  StockView(RedisLink redis, ViewMetrics metrics) {
    this.metrics = metrics;
    this.view = new VersionedView(redis, "inventory:stock:1");
  }

  /** What is known of that product's stock; nothing when it is not there, or Redis is away. */
  public Optional<Availability> of(Sku sku) {
    var known = view.get(sku.value()).join().flatMap(Availability::parse);
    metrics.missing(known.isPresent() ? 0 : 1);
    return known;
  }

  /** The same of several; those of which nothing is known are missing. */
  public Map<Sku, Availability> of(Collection<Sku> skus) {
    var known = new HashMap<Sku, Availability>();
    view.getAll(skus.stream().map(Sku::value).toList())
        .join()
        .forEach(
            (sku, text) -> Availability.parse(text).ifPresent(it -> known.put(new Sku(sku), it)));
    metrics.missing(skus.size() - known.size());
    return known;
  }

  /** Returns when Redis has them all; throws when it fails. */
  void put(Map<Sku, Level> levels) {
    view.put(
            levels.entrySet().stream()
                .map(each ->
                    new Versioned(
                        each.getKey().value(),
                        each.getValue().version(),
                        each.getValue().availability().text()))
                .toList())
        .join();
  }

  /** Another one than before means that Redis lost its memory; throws when Redis fails. */
  Generation generation(Instant now) {
    return Generation.parse(view.generation(Generation.at(now).text()).join());
  }

  /** One life of Redis' memory. */
  record Generation(Instant since, String name) {
    private static Generation at(Instant now) {
      return new Generation(now, UUID.randomUUID().toString());
    }

    private String text() {
      return since.toEpochMilli() + " " + name;
    }

    private static Generation parse(String text) {
      int gap = text.indexOf(' ');
      return new Generation(
          Instant.ofEpochMilli(Long.parseLong(text.substring(0, gap))), text.substring(gap + 1));
    }
  }

  /** A stock at one of its versions. */
  record Level(long version, Availability availability) {}
}
