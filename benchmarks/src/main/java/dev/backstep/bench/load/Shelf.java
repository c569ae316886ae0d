package dev.backstep.bench.load;

import java.util.List;

/**
 * The products that the shoppers of a round choose from, each as often as any other.
 *
 * @param skus in the order in which they are bought
 */
public record Shelf(List<String> skus) {
  /**
   * Coprime to every usual number of products, so that neighbours in time are none on the shelf.
   */
  private static final int STRIDE = 7_919;

  public Shelf {
    skus = List.copyOf(skus);
    if (skus.isEmpty()) {
      throw new IllegalArgumentException("an empty shelf");
    }
  }

  /** One product that everybody wants. */
  public static Shelf of(String sku) {
    return new Shelf(List.of(sku));
  }

  /** Where on the shelf the buyer of that number reaches. */
  int position(long buyer) {
    return (int) (buyer * STRIDE % skus.size());
  }
}
