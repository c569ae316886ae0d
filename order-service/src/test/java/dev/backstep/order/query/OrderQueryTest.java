package dev.backstep.order.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.backstep.contracts.value.Sku;
import dev.backstep.messaging.testing.Broker;
import dev.backstep.order.testing.Database;
import dev.backstep.order.testing.Orchestrator;
import dev.backstep.order.testing.Shop;
import dev.backstep.rest.testing.Problems;
import dev.backstep.stack.token.Role;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OrderQueryTest {
  @Inject Database database;

  private final String customer = Shop.newCustomer();
  private Sku sku = new Sku("NONE");

  @BeforeEach
  void listAProduct() {
    sku = database.product(1999);
  }

  @Test
  void showsNobodyAnothersOrder() {
    var order = Shop.place(customer, sku).order();
    var stranger = Shop.customer(Shop.newCustomer());
    Problems.expect(stranger.get("/orders/" + order), 404, "order-not-found");
    Problems.expect(stranger.get("/orders/" + order + "/events"), 404, "order-not-found");
    stranger.get("/orders").then().statusCode(200).body("items", hasSize(0));
  }

  @Test
  void showsStaffEveryOrder() {
    var order = Shop.place(customer, sku).order();
    for (var role : List.of(Role.VIEWER, Role.OPERATOR)) {
      Shop.as(role, "staff")
          .get("/orders/" + order)
          .then()
          .statusCode(200)
          .body("orderId", equalTo(order.toString()));
      Shop.as(role, "staff").get("/orders?limit=1").then().body("items", hasSize(1));
    }
  }

  @Test
  void knowsNoOrderOfAnIdThatIsNone() {
    for (var id : List.of("x", "1", UUID.randomUUID().toString())) {
      Problems.expect(Shop.customer(customer).get("/orders/" + id), 404, "order-not-found");
    }
  }

  @Test
  void turnsPagesWithoutLosingOrRepeatingAnOrder() {
    var placed = new ArrayList<String>();
    for (int i = 0; i < 5; i++) {
      placed.addFirst(Shop.place(customer, sku).order().toString());
    }
    var seen = new ArrayList<String>();
    @Nullable String cursor = null;
    do {
      var page =
          Shop.customer(customer)
              .queryParam("limit", 2)
              .queryParams(cursor == null ? java.util.Map.of() : java.util.Map.of("cursor", cursor))
              .get("/orders");
      seen.addAll(page.<List<String>>path("items.orderId"));
      cursor = page.path("nextCursor");
      Shop.place(customer, sku); // a new order in front moves nothing behind
    } while (cursor != null);
    assertThat(seen).containsExactlyInAnyOrderElementsOf(placed);
  }

  @Test
  void findsOrdersByStatus() {
    var first = Shop.place(customer, sku);
    Shop.place(customer, sku);
    var confirm = Orchestrator.confirm(first.saga(), first.order());
    Broker.send(confirm);
    Orchestrator.reply(confirm);
    Shop.customer(customer)
        .get("/orders?status=CONFIRMED")
        .then()
        .body("items.orderId", equalTo(List.of(first.order().toString())))
        .body("items[0].items", hasSize(1))
        .body("nextCursor", nullValue());
  }

  @Test
  void refusesQueriesThatMeanNothing() {
    for (var query :
        List.of("status=LOST", "status=confirmed", "limit=0", "limit=101", "limit=x", "cursor=x")) {
      Problems.expect(Shop.customer(customer).get("/orders?" + query), 400, "invalid-query");
    }
  }
}
