package dev.backstep.order.backlog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The orders that were placed here and are not final, as far as this instance knows. */
final class UnderWay {
  private final Map<UUID, Instant> placed = new LinkedHashMap<>();

  synchronized void add(UUID order, Instant at) {
    placed.put(order, at);
  }

  /** When it was placed; empty if that was elsewhere, or it ended before. */
  synchronized Optional<Instant> remove(UUID order) {
    return Optional.ofNullable(placed.remove(order));
  }

  synchronized int size() {
    return placed.size();
  }

  /** Some that were placed before that time, by turns: those come last when somebody asks again. */
  synchronized List<UUID> some(int atMost, Instant before) {
    var some = new ArrayList<UUID>();
    for (var each : placed.entrySet()) {
      if (some.size() == atMost) {
        break;
      }
      if (each.getValue().isBefore(before)) {
        some.add(each.getKey());
      }
    }
    for (var order : some) {
      var at = placed.remove(order);
      if (at != null) {
        placed.put(order, at);
      }
    }
    return some;
  }
}
