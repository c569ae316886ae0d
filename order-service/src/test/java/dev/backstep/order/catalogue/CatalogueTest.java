package dev.backstep.order.catalogue;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.backstep.contracts.InventoryEvent;
import dev.backstep.contracts.InventoryEvent.ProductListed;
import dev.backstep.contracts.InventoryEvent.StockChanged;
import dev.backstep.contracts.Topics;
import dev.backstep.contracts.value.Money;
import dev.backstep.contracts.value.Sku;
import dev.backstep.messaging.intake.Delivered;
import dev.backstep.messaging.outbox.Outgoing;
import dev.backstep.messaging.testing.Broker;
import dev.backstep.messaging.transaction.Transactions;
import dev.backstep.messaging.wire.Received;
import dev.backstep.order.testing.Database;
import dev.backstep.order.testing.Shop;
import dev.backstep.rest.testing.Problems;
import dev.backstep.stack.token.Role;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CatalogueTest {
  @Inject Transactions transactions;

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
    apply(listed(2, 1800), listed(1, 1500));
    awaitPrice(1800);
    apply(listed(1, 1500));
    awaitPrice(1800);
    apply(listed(3, 1900), listed(4, 2000));
    awaitPrice(2000);
    apply(listed(4, 2100));
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

  /** Past the broker, so that the test knows when it is done. */
  private void apply(ProductListed... events) {
    var record = new Received(Topics.INVENTORY_EVENTS, 0, 0, sku.value(), Map.of(), new byte[0]);
    List<Delivered<InventoryEvent>> delivered =
        Arrays.stream(events).map(event -> new Delivered<InventoryEvent>(event, record)).toList();
    transactions.run(tx -> CatalogueFeed.handle(tx, delivered));
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
