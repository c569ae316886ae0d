package dev.backstep.inventory;

import dev.backstep.contracts.value.Sku;

/** By how many units the stock of one product changes; negative for fewer. */
public record Movement(Sku sku, long available, long reserved, long sold) {
  static Movement reserve(Sku sku, long units) {
    return new Movement(sku, -units, units, 0);
  }

  static Movement release(Sku sku, long units) {
    return new Movement(sku, units, -units, 0);
  }

  static Movement settle(Sku sku, long units) {
    return new Movement(sku, 0, -units, units);
  }

  static Movement unsettle(Sku sku, long units) {
    return new Movement(sku, 0, units, -units);
  }

  Movement plus(Movement other) {
    return new Movement(
        sku, available + other.available, reserved + other.reserved, sold + other.sold);
  }
}
