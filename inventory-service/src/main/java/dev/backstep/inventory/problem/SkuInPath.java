package dev.backstep.inventory.problem;

import dev.backstep.contracts.value.Sku;

/** The SKU that a path names. */
public final class SkuInPath {
  private SkuInPath() {}

  /** What is no SKU is no product either: there is no such page. */
  public static Sku of(String text) {
    try {
      return new Sku(text);
    } catch (IllegalArgumentException _) {
      throw noSuchProduct();
    }
  }

  /** To be thrown when nothing is known under that SKU. */
  public static RuntimeException noSuchProduct() {
    return InventoryProblem.PRODUCT_NOT_FOUND.problem("No product of that SKU is on sale.");
  }
}
