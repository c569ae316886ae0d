package dev.backstep.inventory.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backstep.contracts.value.Money;
import dev.backstep.contracts.value.Sku;
import dev.backstep.reads.cache.CacheTimes;
import dev.backstep.reads.cache.ReadThroughCache;
import dev.backstep.reads.memory.RedisLink;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;

/** Names and prices of products: fetched when somebody asks, forgotten when they change. */
@Singleton
public class ProductCache {
  private final ReadThroughCache cache;
  private final ObjectMapper json;

  ProductCache(RedisLink redis, ViewMetrics metrics, ObjectMapper json) {
    this.cache = new ReadThroughCache(redis, "inventory:product:1", CacheTimes.USUAL, metrics);
    this.json = json;
  }

  /**
   * The details, from the cache or as loaded; empty when there is no such product, or Redis does
   * not answer.
   */
  public Optional<Details> get(Sku sku, Supplier<Optional<Details>> load) {
    return cache
        .get(sku.value(), () -> load.get().map(this::text), Optional::empty)
        .map(this::details);
  }

  /** Returns when they are forgotten; throws when Redis fails. */
  void forget(Collection<Sku> changed) {
    cache.invalidate(changed.stream().map(Sku::value).toList()).join();
  }

  private String text(Details details) {
    try {
      return json.writeValueAsString(details);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("details cannot be written", e);
    }
  }

  private Details details(String text) {
    try {
      return json.readValue(text, Details.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the cache holds what is no product", e);
    }
  }

  /** What seldom changes of a product. */
  public record Details(String name, Money price) {}
}
