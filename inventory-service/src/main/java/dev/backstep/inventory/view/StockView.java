package dev.backstep.inventory.view;

import dev.backstep.contracts.value.Sku;
import dev.backstep.reads.cache.Versioned;
import dev.backstep.reads.cache.VersionedView;
import dev.backstep.reads.memory.RedisLink;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The stock as the log tells it. */
@Singleton
public class StockView {
  private final VersionedView view;

  StockView(RedisLink redis) {
    this.view = new VersionedView(redis, "inventory:stock:1");
  }

  /** What is known of that product's stock; nothing when it is not there, or Redis is away. */
  public Optional<Availability> of(Sku sku) {
    return view.get(sku.value()).join().flatMap(Availability::parse);
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

  /** Another name than before means that Redis lost its memory; throws when Redis fails. */
  String generation() {
    return view.generation(UUID.randomUUID().toString()).join();
  }

  /** A stock at one of its versions. */
  record Level(long version, Availability availability) {}
}
