package dev.backstep.order.catalogue;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.backstep.contracts.InventoryEvent;
import dev.backstep.contracts.InventoryEvent.ProductListed;
import dev.backstep.contracts.InventoryEvent.StockChanged;
import dev.backstep.contracts.value.Money;
import dev.backstep.contracts.value.Sku;
import dev.backstep.messaging.outbox.Outgoing;
import dev.backstep.order.testing.Broker;
import dev.backstep.order.testing.Database;
import dev.backstep.order.testing.Problems;
import dev.backstep.order.testing.Shop;
import dev.backstep.stack.token.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CatalogueTest {
  private final Sku sku = Database.newSku();

  @Test
  void sellsWhatInventoryLists() {
    Problems.expect(Shop.operator().get("/catalogue/" + sku), 404, "product-not-found");
    tell(listed(1, 1500));
    awaitPrice(1500);
    Shop.as(Role.VIEWER, "vera")
        .get("/catalogue/" + sku)
        .then()
        .body("name", equalTo("Lamp"))
        .body("price.currency", equalTo("EUR"));
  }

  @Test
  void neverReplacesANewerPriceByAnOlderOne() {
    tell(listed(2, 1800), listed(1, 1500));
    flush();
    awaitPrice(1800);
    tell(listed(1, 1500));
    flush();
    awaitPrice(1800);
    tell(listed(4, 2000), listed(3, 1900));
    flush();
    awaitPrice(2000);
  }

  @Test
  void doesNotMindHowMuchIsInStock() {
    tell(new StockChanged(sku, 7, 5, 0, 0), listed(1, 1500), new StockChanged(sku, 8, 4, 1, 0));
    awaitPrice(1500);
  }

  private ProductListed listed(long version, long cents) {
    return new ProductListed(sku, version, "Lamp", Money.euroCents(cents));
  }

  private static void tell(InventoryEvent... events) {
    Broker.send(
        Arrays.stream(events).map(event -> Outgoing.event(event, null)).toArray(Outgoing[]::new));
  }

  /** Waits until everything told so far has been read: a marker of the same key comes last. */
  private void flush() {
    var marker = Database.newSku();
    Broker.send(Outgoing.event(new ProductListed(marker, 1, "Marker", Money.euroCents(1)), null));
    await().until(() -> Shop.operator().get("/catalogue/" + marker).statusCode() == 200);
  }

  private void awaitPrice(int cents) {
    await()
        .untilAsserted(() ->
            Shop.operator()
                .get("/catalogue/" + sku)
                .then()
                .statusCode(200)
                .body("price.minorUnits", equalTo(cents)));
  }
}
