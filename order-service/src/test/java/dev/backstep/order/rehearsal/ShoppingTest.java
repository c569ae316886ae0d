package dev.backstep.order.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.order.testing.Shop;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ShoppingTest {
  @Inject Shopping shopping;

  private final String customer = Shop.newCustomer();

  @Test
  void isUnderstoodAndLeavesNothingBehind() {
    var statuses =
        shopping.requests().stream()
            .map(request ->
                Shop.customer(customer)
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .contentType(ContentType.JSON)
                    .body(request.body())
                    .request(request.method(), request.path()))
            .map(answer -> answer.statusCode() + " " + answer.path("type"))
            .toList();
    assertThat(statuses)
        .containsExactly("400 https://backstep.dev/problems/invalid-order", "200 null");
    Shop.customer(customer).get("/orders").then().body("items.size()", Matchers.equalTo(0));
  }
}
