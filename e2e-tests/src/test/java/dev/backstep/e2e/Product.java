package dev.backstep.e2e;

import static java.util.Locale.ROOT;
import static org.awaitility.Awaitility.await;

import dev.backstep.stack.layout.Part;
import java.util.Map;
import java.util.UUID;

/** A product that only one test knows. */
public record Product(String sku, long price) {
  /** On sale at that many cents, with so many units, known to order-service. */
  public static Product onSale(long cents, int units) {
    var product = new Product("T-" + UUID.randomUUID().toString().toUpperCase(ROOT), cents);
    product.list();
    if (units > 0) {
      product.receive(units);
    }
    await()
        .atMost(Backstep.SOON)
        .until(() ->
            Backstep.operator(Part.ORDER_SERVICE).get("/catalogue/" + product.sku).statusCode()
                == 200);
    return product;
  }

  private void list() {
    Backstep.operator(Part.INVENTORY_SERVICE)
        .contentType("application/json")
        .body(
            Map.of("name", "Test article", "price", Map.of("minorUnits", price, "currency", "EUR")))
        .put("/products/" + sku)
        .then()
        .statusCode(201);
  }

  private void receive(int units) {
    Backstep.operator(Part.INVENTORY_SERVICE)
        .contentType("application/json")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(Map.of("quantity", units))
        .post("/products/" + sku + "/receipts")
        .then()
        .statusCode(201);
  }

  /** What the warehouse has of it. */
  public Stock stock() {
    return Books.stock(sku);
  }

  /** Units in the warehouse. */
  public record Stock(long available, long reserved, long sold) {}
}
