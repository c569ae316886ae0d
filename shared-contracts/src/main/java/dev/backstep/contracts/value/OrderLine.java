package dev.backstep.contracts.value;

/**
 * So many units of one product.
 *
 * @param quantity units, 1 to {@value #MAX_QUANTITY}
 */
public record OrderLine(Sku sku, int quantity) {
  /** Above this an order is a wholesale matter and not a checkout. */
  public static final int MAX_QUANTITY = 1_000;

  /** Refuses a quantity out of bounds with an {@link IllegalArgumentException}. */
  public OrderLine {
    if (quantity < 1 || quantity > MAX_QUANTITY) {
      throw new IllegalArgumentException(
          "a quantity is 1 to " + MAX_QUANTITY + ", not " + quantity);
    }
  }
}
