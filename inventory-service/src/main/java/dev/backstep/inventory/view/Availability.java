package dev.backstep.inventory.view;

import java.time.Instant;
import java.util.Optional;

/**
 * How many units there were.
 *
 * @param at when that was so
 */
public record Availability(long units, Instant at) {
  String text() {
    return units + " " + at.toEpochMilli();
  }

  static Optional<Availability> parse(String text) {
    int gap = text.indexOf(' ');
    try {
      return gap < 0
          ? Optional.empty()
          : Optional.of(
              new Availability(
                  Long.parseLong(text.substring(0, gap)),
                  Instant.ofEpochMilli(Long.parseLong(text.substring(gap + 1)))));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }
}
