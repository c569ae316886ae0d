package dev.backstep.order.intake;

import static dev.backstep.rest.testing.Metrics.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.contracts.value.Sku;
import dev.backstep.order.testing.Database;
import dev.backstep.order.testing.Shop;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PlacementMetricsTest {
  private static final String PLACED = "backstep_orders_placed_total";
  private static final String REPLAYED = "backstep_idempotency_hits_total{outcome=\"replayed\"}";
  private static final String REUSED = "backstep_idempotency_hits_total{outcome=\"reused\"}";
  private static final String UNKNOWN =
      "backstep_orders_turned_away_total{reason=\"unknown_product\"}";

  @Inject Database database;

  private final String customer = Shop.newCustomer();

  @Test
  void countsWhatBecomesOfWishes() {
    double placed = value(PLACED);
    double replayed = value(REPLAYED);
    double reused = value(REUSED);
    double unknown = value(UNKNOWN);
    var lamp = database.product(1999);

    post("key", Shop.order(lamp, 1));
    post("key", Shop.order(lamp, 1));
    post("key", Shop.order(lamp, 1));
    post("key", Shop.order(lamp, 2));
    post("other", Shop.order(new Sku("NOBODY-SELLS-THIS"), 1));

    assertThat(value(PLACED) - placed).isEqualTo(1);
    assertThat(value(REPLAYED) - replayed).isEqualTo(2);
    assertThat(value(REUSED) - reused).isEqualTo(1);
    assertThat(value(UNKNOWN) - unknown).isEqualTo(1);
  }

  private void post(String key, String body) {
    var _ = Shop.customer(customer).header("Idempotency-Key", key).body(body).post("/orders");
  }
}
