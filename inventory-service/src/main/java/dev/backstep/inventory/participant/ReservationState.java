package dev.backstep.inventory.participant;

import java.util.Locale;

/** What became of the units that an order was given. */
enum ReservationState {
  RESERVED,
  RELEASED,
  SOLD;

  String column() {
    return name().toLowerCase(Locale.ROOT);
  }
}
