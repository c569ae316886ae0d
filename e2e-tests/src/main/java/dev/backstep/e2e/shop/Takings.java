package dev.backstep.e2e.shop;

import dev.backstep.e2e.audit.History;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a run came to.
 *
 * @param asked how many orders it should have been
 * @param took from opening to the last ending
 */
public record Takings(int asked, List<Purchase> purchases, Duration took) {
  /** Takes a copy. */
  public Takings {
    purchases = List.copyOf(purchases);
  }

  /** The orders that the shop took. */
  public Set<UUID> accepted() {
    return purchases.stream()
        .flatMap(purchase -> purchase.order().stream())
        .collect(Collectors.toSet());
  }

  /** What the shoppers know. */
  public History history() {
    return new History(purchases.stream().map(Purchase::request).toList());
  }

  /** Whether every order was placed and is final. */
  public boolean areComplete() {
    return purchases.size() == asked
        && purchases.stream().allMatch(purchase -> purchase.ending().isFinal());
  }

  /** How many ended so, by {@link Ending#label}. */
  public long count(String label) {
    return purchases.stream().filter(purchase -> purchase.ending().label().equals(label)).count();
  }

  /**
   * The time within which that share of the orders became final: nearest rank; zero without any.
   *
   * @param percent 1 to 100
   */
  public Duration percentile(int percent) {
    var times =
        purchases.stream()
            .filter(purchase -> purchase.ending().isFinal())
            .map(Purchase::took)
            .sorted()
            .toList();
    if (times.isEmpty()) {
      return Duration.ZERO;
    }
    int rank = Math.ceilDiv(percent * times.size(), 100);
    return times.get(Math.max(rank, 1) - 1);
  }
}
