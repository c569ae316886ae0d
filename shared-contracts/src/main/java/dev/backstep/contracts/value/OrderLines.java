package dev.backstep.contracts.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/**
 * What one order buys: 1 to {@value #MAX_LINES} lines, each SKU once, sorted by SKU so that two
 * orders always lock stock in the same order.
 */
public record OrderLines(@JsonValue List<OrderLine> lines) {
  /** Bounds the rows that one order locks and the size of its messages. */
  public static final int MAX_LINES = 100;

  /**
   * Sorts by SKU; refuses an empty list, too many lines, or a SKU named twice with an {@link
   * IllegalArgumentException}.
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public OrderLines {
    if (lines == null || lines.isEmpty() || lines.size() > MAX_LINES) {
      throw new IllegalArgumentException("an order has 1 to " + MAX_LINES + " lines");
    }
    var seen = new HashSet<Sku>();
    for (var line : lines) {
      if (!seen.add(line.sku())) {
        throw new IllegalArgumentException("an order names " + line.sku() + " twice");
      }
    }
    lines = lines.stream().sorted(Comparator.comparing(OrderLine::sku)).toList();
  }

  /** For literals in code and tests. */
  public static OrderLines of(OrderLine... lines) {
    return new OrderLines(List.of(lines));
  }
}
