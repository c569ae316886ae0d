package dev.backstep.order.backlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.backstep.messaging.testing.Broker;
import dev.backstep.order.testing.Database;
import dev.backstep.order.testing.Orchestrator;
import dev.backstep.order.testing.Shop;
import dev.backstep.rest.testing.Problems;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A service that carries three orders at once. */
@QuarkusTest
@TestProfile(OverloadTest.ThreeOrders.class)
class OverloadTest {
  @Inject Database database;
  @Inject Backlog backlog;

  private final String customer = Shop.newCustomer();

  @Test
  void takesNoMoreThanItCarriesAndGoesOnByItself() throws SQLException {
    var lamp = database.product(1999);
    var one = Shop.place(customer, lamp);
    var two = Shop.place(customer, lamp);
    Shop.place(customer, lamp);

    var tooMany =
        Shop.customer(customer)
            .header("Idempotency-Key", "once more")
            .body(Shop.order(lamp, 1))
            .post("/orders");
    Problems.expect(tooMany, 503, "too-many-orders").header("Retry-After", equalTo("10"));
    assertThat(database.texts("SELECT id FROM orders WHERE customer_id = ?", customer)).hasSize(3);
    Shop.customer(customer).get("/orders/" + one.order()).then().statusCode(200);

    Broker.send(Orchestrator.confirm(one.saga(), one.order()));
    await().until(() -> backlog.room() instanceof Room.Free);
    Shop.place(customer, lamp);
    assertThat(backlog.room()).isInstanceOf(Room.None.class);

    confirmElsewhere(two.order());
    await().until(() -> backlog.room() instanceof Room.Free);
  }

  private static void confirmElsewhere(UUID order) throws SQLException {
    try (var elsewhere = Database.elsewhere();
        var update =
            elsewhere.prepareStatement(
                "UPDATE orders SET status = 'CONFIRMED', version = 2 WHERE id = ?")) {
      update.setObject(1, order);
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }

  /** The bound. */
  public static class ThreeOrders implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("backstep.backlog.most", "3");
    }
  }
}
