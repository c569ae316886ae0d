package dev.backstep.order.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.backstep.contracts.value.Money;
import dev.backstep.contracts.value.Sku;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Drafts the orders of one batch: prices them, and finds the twins among them. */
final class Drafts {
  private final Map<Sku, Money> prices;
  private final Supplier<UUID> ids;
  private final Instant now;
  private final ObjectWriter json;
  private final Set<UUID> held;
  private final Map<Wish.Claim, Draft.First> firsts = new HashMap<>();

  /**
   * For one batch.
   *
   * @param json writes order views
   * @param held the sagas, of those that have joined an LRA, that may still begin
   */
  Drafts(
      Map<Sku, Money> prices, Supplier<UUID> ids, Instant now, ObjectWriter json, Set<UUID> held) {
    this.held = held;
    this.prices = prices;
    this.ids = ids;
    this.now = now;
    this.json = json;
  }

  /** One draft for each wish, in the same order. */
  List<Draft> of(List<Wish> wishes) {
    var drafts = new ArrayList<Draft>(wishes.size());
    for (var wish : wishes) {
      drafts.add(of(wish));
    }
    return drafts;
  }

  private Draft of(Wish wish) {
    var first = firsts.get(wish.claim());
    if (first != null) {
      return new Draft.Twin(first);
    }
    var joined = wish.joined();
    if (joined != null && !held.contains(joined.sagaId())) {
      return new Draft.Refused(new Placement.LraOver());
    }
    return switch (Quote.of(wish.request().items(), prices)) {
      case Quote.Priced priced -> first(wish, priced);
      case Quote.UnknownProducts(var skus) ->
          new Draft.Refused(new Placement.UnknownProducts(skus));
      case Quote.NotPriceable(var why) -> new Draft.Refused(new Placement.NotPriceable(why));
    };
  }

  private Draft first(Wish wish, Quote.Priced quote) {
    var joined = wish.joined();
    var saga = joined == null ? ids.get() : joined.sagaId();
    var order = new NewOrder(ids.get(), saga, wish, quote, now);
    var view = order.view();
    try {
      var answer = new StoredAnswer(order.id(), json.writeValueAsString(view));
      var first = new Draft.First(order, view, answer);
      firsts.put(wish.claim(), first);
      return first;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an order is always JSON", e);
    }
  }
}
