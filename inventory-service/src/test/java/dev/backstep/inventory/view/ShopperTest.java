package dev.backstep.inventory.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.backstep.contracts.value.Sku;
import dev.backstep.inventory.Client;
import dev.backstep.inventory.view.StockView.Level;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.testing.ServiceResource;
import dev.backstep.stack.testing.TestStack;
import dev.backstep.stack.token.Role;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What shoppers see, with a real Redis and a real log between them and the stock. */
@QuarkusTest
@QuarkusTestResource(
    value = ServiceResource.class,
    restrictToAnnotatedClass = true,
    initArgs = {
      @ResourceArg(name = "service", value = "inventory-service"),
      @ResourceArg(name = "replica", value = "true")
    })
class ShopperTest {
  private static final Duration SOON = Duration.ofSeconds(30);

  @Inject StockView view;
  @Inject MeterRegistry registry;

  private final Sku sku = new Sku("V" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT));

  private JsonPath seen() {
    return Client.as(Role.CUSTOMER)
        .get("/products/" + sku)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private void onSale(int units) {
    Client.list(sku, "A lamp").statusCode(201);
    Client.receive(sku, Client.newKey(), units).statusCode(201);
  }

  @Test
  void seesTheStockAsTheLogTellsItAndWhenThatWas() {
    onSale(7);
    await().atMost(SOON).until(() -> seen().getString("asOf") != null);
    await().atMost(SOON).until(() -> seen().getLong("available") == 7);
    assertThat(Instant.parse(seen().getString("asOf")))
        .isBetween(Instant.now().minus(SOON), Instant.now().plusSeconds(1));
  }

  @Test
  void seesAChangeOfNameAlthoughItWasCached() {
    onSale(1);
    await().atMost(SOON).until(() -> seen().getString("asOf") != null);
    Client.list(sku, "A better lamp").statusCode(200);
    await().atMost(SOON).until(() -> "A better lamp".equals(seen().getString("name")));
  }

  private JsonPath listed() {
    // The cursor of a page that ends just before it.
    var before = sku.value().substring(0, sku.value().length() - 1);
    var cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(before.getBytes(UTF_8));
    return Client.as(Role.CUSTOMER)
        .get("/products?limit=1&cursor=" + cursor)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  @Test
  void leafsThroughTheCatalogueWithoutAskingTheDatabaseAgain() {
    onSale(7);
    await().atMost(SOON).until(() -> listed().getString("items[0].asOf") != null);
    await().atMost(SOON).until(() -> listed().getLong("items[0].available") == 7);
    await()
        .atMost(SOON)
        .untilAsserted(() -> {
          double before = refreshes();
          assertThat(listed().getString("items[0].sku")).isEqualTo(sku.value());
          assertThat(refreshes()).isEqualTo(before);
        });
  }

  @Test
  void seesANewNameInTheCatalogueAlthoughItWasCached() {
    onSale(1);
    await().atMost(SOON).until(() -> "A lamp".equals(listed().getString("items[0].name")));
    Client.list(sku, "A better lamp").statusCode(200);
    await().atMost(SOON).until(() -> "A better lamp".equals(listed().getString("items[0].name")));
  }

  private double refreshes() {
    return registry.counter("backstep.cache", "event", "refresh").count();
  }

  @Test
  void anOlderEventNeverReplacesANewer() {
    view.put(Map.of(sku, new Level(9, new Availability(90, Instant.EPOCH))));
    view.put(Map.of(sku, new Level(8, new Availability(80, Instant.EPOCH))));
    assertThat(view.of(sku)).contains(new Availability(90, Instant.EPOCH));
  }

  @Test
  void operatorsSeeWhatIsSoNow() {
    onSale(3);
    view.put(Map.of(sku, new Level(1_000, new Availability(99, Instant.EPOCH))));
    Client.operator().get("/products/" + sku).then().body("available", equalTo(3));
  }

  @Test
  void seesEverythingWhileRedisIsFrozen() {
    onSale(5);
    TestStack.current().pause(Part.REDIS);
    try {
      assertThat(seen().getLong("available")).isEqualTo(5);
    } finally {
      TestStack.current().resume(Part.REDIS);
    }
  }
}
