package dev.backstep.bench.load;

import io.vertx.core.buffer.Buffer;
import java.util.List;

/** The bodies of a round's orders, written before it begins: one unit of one product each. */
final class Wishes {
  private final Shelf shelf;
  private final int declinedPercent;
  private final List<Buffer> good;
  private final List<Buffer> declined;

  /**
   * Wishes for what is on that shelf.
   *
   * @param declinedPercent how many of a hundred cards are declined, evenly spread
   */
  Wishes(Shelf shelf, int declinedPercent) {
    this.shelf = shelf;
    this.declinedPercent = declinedPercent;
    this.good = bodies(shelf, "pm_ok");
    this.declined = bodies(shelf, "pm_declined");
  }

  private static List<Buffer> bodies(Shelf shelf, String card) {
    return shelf.skus().stream().map(sku -> body(sku, card)).toList();
  }

  private static Buffer body(String sku, String card) {
    return Buffer.buffer(
        """
        {"items":[{"sku":"%s","quantity":1}],"paymentToken":"%s","shippingAddress":{"name":"B. Benchmark",\
        "street":"Main Street 1","city":"Berlin","postalCode":"10115","country":"DE"}}\
        """
            .formatted(sku, card));
  }

  /** The body of that buyer's order. */
  Buffer of(long buyer) {
    return (isDeclined(buyer) ? declined : good).get(shelf.position(buyer));
  }

  private boolean isDeclined(long buyer) {
    return (buyer + 1) * declinedPercent / 100 > buyer * declinedPercent / 100;
  }
}
