package dev.backstep.inventory;

import dev.backstep.contracts.value.OrderLine;
import dev.backstep.contracts.value.Refusal;
import dev.backstep.contracts.value.RefusalCode;
import dev.backstep.contracts.value.Sku;
import dev.backstep.inventory.StockRequest.Release;
import dev.backstep.inventory.StockRequest.Reserve;
import dev.backstep.inventory.StockRequest.Settle;
import dev.backstep.inventory.StockRequest.Unsettle;
import dev.backstep.inventory.Verdict.Granted;
import dev.backstep.inventory.Verdict.Refused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * Decides a batch of requests in their order: each sees what the ones before it left. The sum of
 * the movements never takes more units than there were, provided that the stock is locked
 * meanwhile.
 */
public final class StockPlan {
  private final Map<Sku, Long> available;
  private final TreeMap<Sku, Movement> movements = new TreeMap<>();
  private final List<Verdict> verdicts = new ArrayList<>();
  private final List<Reserve> reservations = new ArrayList<>();

  private StockPlan(Map<Sku, Long> available) {
    this.available = new HashMap<>(available);
  }

  /**
   * Decides.
   *
   * @param available the units of every product that the requests name; a product that is missing
   *     is not known
   * @throws IllegalStateException when an order is to be settled that holds nothing, or a sale to
   *     be taken back that never was: no refusal could put that right
   */
  public static StockPlan of(Map<Sku, Long> available, List<? extends StockRequest> requests) {
    var plan = new StockPlan(available);
    requests.forEach(request -> plan.verdicts.add(plan.decide(request)));
    return plan;
  }

  /** One for each request, in the same order. */
  public List<Verdict> verdicts() {
    return List.copyOf(verdicts);
  }

  /** At most one for each product, sorted by SKU. */
  public List<Movement> movements() {
    return List.copyOf(movements.values());
  }

  /** The orders that were given units, and which. */
  public List<Reserve> reservations() {
    return List.copyOf(reservations);
  }

  private Verdict decide(StockRequest request) {
    return switch (request) {
      case Reserve reserve -> reserve(reserve);
      case Release(var orderId, var held) when held.isEmpty() ->
          new Refused(
              new Refusal(
                  RefusalCode.NOT_POSSIBLE, "order " + orderId + " holds no reserved units"));
      case Release(_, var held) -> move(held, Movement::release);
      case Settle(var orderId, var held) when held.isEmpty() ->
          throw new IllegalStateException("order " + orderId + " holds no units to settle");
      case Settle(_, var held) -> move(held, Movement::settle);
      case Unsettle(var orderId, var sold) when sold.isEmpty() ->
          throw new IllegalStateException("order " + orderId + " has no sold units to take back");
      case Unsettle(_, var sold) -> move(sold, Movement::unsettle);
    };
  }

  private Verdict reserve(Reserve request) {
    for (var line : request.units()) {
      if (!available.containsKey(line.sku())) {
        return new Refused(
            new Refusal(RefusalCode.UNKNOWN_PRODUCT, "there is no product " + line.sku()));
      }
    }
    var lacking = request.units().stream().filter(this::lacks).toList();
    if (!lacking.isEmpty()) {
      return new Refused(new Refusal(RefusalCode.OUT_OF_STOCK, describe(lacking)));
    }
    reservations.add(request);
    return move(request.units(), Movement::reserve);
  }

  private Verdict move(List<OrderLine> units, BiFunction<Sku, Long, Movement> kind) {
    for (var line : units) {
      var movement = kind.apply(line.sku(), (long) line.quantity());
      movements.merge(line.sku(), movement, Movement::plus);
      available.merge(line.sku(), movement.available(), Long::sum);
    }
    return new Granted();
  }

  private boolean lacks(OrderLine line) {
    return available.getOrDefault(line.sku(), 0L) < line.quantity();
  }

  private String describe(List<OrderLine> lacking) {
    return String.join(
        "; ",
        lacking.stream()
            .map(line ->
                "%s: %d ordered, %d available"
                    .formatted(line.sku(), line.quantity(), available.get(line.sku())))
            .toList());
  }
}
