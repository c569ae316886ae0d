package dev.backstep.e2e.reads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.backstep.stack.layout.Part;
import dev.backstep.stack.token.Role;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What shoppers see of the stock, beside what is in the database. */
class StockViewTest {
  @BeforeAll
  static void startASecondInstance() {
    Shop.STACK.processes().start(Shop.SECOND);
  }

  @AfterAll
  static void stopTheSecondInstance() {
    Shop.STACK.processes().stop(Shop.SECOND);
  }

  private static List<String> inventory() {
    return List.of(Shop.layout().url(Part.INVENTORY_SERVICE));
  }

  private static long available(String sku, Role role) {
    var answer =
        Shop.get(inventory().getFirst() + "/products/" + sku, Shop.bearer(role, "looker"), null);
    assertThat(answer.statusCode()).isEqualTo(200);
    return Shop.json(answer).get("available").asLong();
  }

  private static void isEqualAtRest(List<String> skus) {
    for (var sku : skus) {
      await()
          .atMost(Shop.SOON)
          .untilAsserted(() ->
              assertThat(available(sku, Role.CUSTOMER)).isEqualTo(available(sku, Role.OPERATOR)));
    }
  }

  @Test
  void equalsTheDatabaseAtRest() throws Exception {
    var skus = List.of(Shop.product(1_000), Shop.product(1_000), Shop.product(1_000));
    for (var sku : skus) {
      var traffic = new Traffic(sku, 2);
      traffic.run(() -> traffic.pairs() >= 50);
    }
    isEqualAtRest(skus);
  }

  @Test
  void isBuiltAgainFromTheLogWhenRedisHasForgottenIt() throws Exception {
    var skus = new ArrayList<String>();
    for (int i = 0; i < 3; i++) {
      skus.add(Shop.product(10 + i));
    }
    isEqualAtRest(skus);
    double before = Metrics.sum(inventory(), "backstep_view_rebuilds_total");
    Redis.flush();
    isEqualAtRest(skus);
    await()
        .atMost(Shop.SOON)
        .until(() -> Metrics.sum(inventory(), "backstep_view_rebuilds_total") > before);
    isEqualAtRest(skus);
  }

  @Test
  void isShownFromTheDatabaseWhileRedisIsFrozen() {
    var sku = Shop.product(7);
    Shop.STACK.pause(Part.REDIS);
    try {
      for (int i = 0; i < 20; i++) {
        assertThat(available(sku, Role.CUSTOMER)).isEqualTo(7);
      }
    } finally {
      Shop.STACK.resume(Part.REDIS);
    }
    isEqualAtRest(List.of(sku));
  }
}
