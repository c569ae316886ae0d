package dev.backstep.inventory.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backstep.contracts.value.Money;
import dev.backstep.contracts.value.Sku;
import dev.backstep.reads.cache.CacheTimes;
import dev.backstep.reads.cache.Era;
import dev.backstep.reads.cache.ReadThroughCache;
import dev.backstep.reads.memory.RedisLink;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Parts of the catalogue, fetched when somebody asks. Nobody knows which of them a changed product
 * is in, so all are forgotten when one is listed.
 */
@Singleton
public class CatalogueCache {
  private static final TypeReference<List<Listed>> LISTED = new TypeReference<>() {};

  private final ReadThroughCache cache;
  private final Era era;
  private final ObjectMapper json;

  CatalogueCache(RedisLink redis, ViewMetrics metrics, ObjectMapper json) {
    this.cache = new ReadThroughCache(redis, "inventory:catalogue:1", CacheTimes.USUAL, metrics);
    this.era = new Era(redis, "inventory:catalogue");
    this.json = json;
  }

  /**
   * At most so many products whose SKUs come after that text, from the cache or as loaded; empty
   * when Redis does not answer.
   */
  public Optional<List<Listed>> after(String sku, int limit, Supplier<List<Listed>> load) {
    return era.current(UUID.randomUUID().toString())
        .join()
        .map(name -> name + ":" + limit + ":" + sku)
        .flatMap(key -> cache.get(key, () -> Optional.of(text(load.get())), Optional::empty))
        .map(this::listed);
  }

  /** Returns when all parts are forgotten; throws when Redis fails. */
  void forget() {
    era.end().join();
  }

  private String text(List<Listed> listed) {
    try {
      return json.writeValueAsString(listed);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a part of the catalogue cannot be written", e);
    }
  }

  private List<Listed> listed(String text) {
    try {
      return json.readValue(text, LISTED);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the cache holds what is no part of the catalogue", e);
    }
  }

  /** A product without its stock. */
  public record Listed(String sku, String name, Money price) {
    /** Its SKU. */
    public Sku key() {
      return new Sku(sku);
    }
  }
}
