package dev.backstep.inventory.view;

import dev.backstep.contracts.Headers;
import dev.backstep.contracts.InventoryEvent.ProductListed;
import dev.backstep.contracts.InventoryEvent.StockChanged;
import dev.backstep.contracts.value.Sku;
import dev.backstep.inventory.view.StockView.Level;
import dev.backstep.messaging.consumer.PollConsumer;
import dev.backstep.messaging.intake.Poll;
import dev.backstep.messaging.wire.Decoded;
import dev.backstep.messaging.wire.Received;
import dev.backstep.messaging.wire.Wire;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Feeds the view from the log: written to Redis first, then the offset is committed. When Redis has
 * lost its memory, the log is read from its beginning.
 */
@Singleton
class StockFeed implements PollConsumer {
  /**
   * How late a lost memory is noticed at most; till then, what is missing is read from the
   * database.
   */
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  /**
   * Instances of one deployment have all started by then, and read their share of the log again.
   */
  private static final Duration YOUNG = Duration.ofMinutes(10);

  private static final Logger LOG = Logger.getLogger(StockFeed.class);

  private final StockView view;
  private final ProductCache products;
  private final CatalogueCache catalogue;
  private final ViewMetrics metrics;
  private final InstantSource time;
  private Instant looked = Instant.EPOCH;
  private @Nullable String generation;

  StockFeed(
      StockView view,
      ProductCache products,
      CatalogueCache catalogue,
      ViewMetrics metrics,
      InstantSource time) {
    this.view = view;
    this.products = products;
    this.catalogue = catalogue;
    this.metrics = metrics;
    this.time = time;
  }

  @Override
  public String channel() {
    return "stock-view";
  }

  /** Shoppers may see stock that is a second old. */
  @Override
  public boolean isAwaited() {
    return false;
  }

  @Override
  public void take(Poll poll) {
    var levels = new HashMap<Sku, Level>();
    var changed = new HashSet<Sku>();
    poll.records().forEach(received -> sort(received, levels, changed));
    view.put(levels);
    products.forget(changed);
    if (!changed.isEmpty()) {
      catalogue.forget();
    }
    var now = time.instant();
    levels.values().forEach(level -> metrics.seenAfter(age(level.availability().at(), now)));
  }

  /** Asked between polls. */
  @Override
  public boolean wantsTheLogAgain() {
    var now = time.instant();
    if (now.isBefore(looked.plus(BETWEEN_LOOKS))) {
      return false;
    }
    looked = now;
    var before = generation;
    var current = view.generation(now);
    generation = current.name();
    // Whoever starts cannot tell a memory that his sibling has just found empty from a whole one.
    boolean lost =
        before == null ? current.since().isAfter(now.minus(YOUNG)) : !before.equals(generation);
    if (lost) {
      LOG.info("The view of the stock is built from the log: Redis knows nothing of it.");
      metrics.rebuilt();
    }
    return lost;
  }

  private static void sort(Received received, Map<Sku, Level> levels, Set<Sku> changed) {
    switch (Wire.decode(received)) {
      case Decoded.Understood(StockChanged stock) ->
          levels.merge(stock.sku(), level(stock, received), StockFeed::newer);
      case Decoded.Understood(ProductListed listed) -> changed.add(listed.sku());
      case Decoded.Understood _, Decoded.Unreadable _ ->
          LOG.warnf("%s is no event of a product or its stock", received.origin());
    }
  }

  private static Level level(StockChanged stock, Received received) {
    return new Level(stock.version(), new Availability(stock.available(), at(received)));
  }

  private static Level newer(Level one, Level other) {
    return one.version() >= other.version() ? one : other;
  }

  private static Instant at(Received received) {
    try {
      var text = received.headers().get(Headers.TIME);
      return text == null ? Instant.EPOCH : Instant.parse(text);
    } catch (DateTimeParseException _) {
      return Instant.EPOCH; // of unknown age
    }
  }

  private static Duration age(Instant at, Instant now) {
    return at.isAfter(now) ? Duration.ZERO : Duration.between(at, now);
  }
}
