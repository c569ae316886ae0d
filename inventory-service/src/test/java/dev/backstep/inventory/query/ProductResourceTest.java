package dev.backstep.inventory.query;

import static dev.backstep.inventory.Client.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.backstep.inventory.Stockroom;
import dev.backstep.rest.testing.Problems;
import dev.backstep.stack.testing.ServiceResource;
import dev.backstep.stack.token.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(
    value = ServiceResource.class,
    initArgs = @ResourceArg(name = "service", value = "inventory-service"))
class ProductResourceTest {
  @Inject Stockroom stockroom;

  @ParameterizedTest
  @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "SERVICE")
  void showsAProductToEverybody(Role role) {
    var sku = stockroom.product(5);

    as(role)
        .get("/products/" + sku)
        .then()
        .statusCode(200)
        .body("sku", equalTo(sku.value()))
        .body("name", equalTo("A test product"))
        .body("price.minorUnits", equalTo(1000))
        .body("price.currency", equalTo("EUR"))
        .body("available", equalTo(5));
  }

  @Test
  void showsNothingToAServiceThatIsNobody() {
    var sku = stockroom.product(5);

    Problems.expect(as(Role.SERVICE).get("/products/" + sku).then(), 403, "forbidden");
  }

  @Test
  void leafsThroughAllProductsInTheOrderOfTheirSkus() {
    for (int i = 0; i < 5; i++) {
      stockroom.product(i);
    }

    var seen = new ArrayList<String>();
    @Nullable String cursor = null;
    do {
      var page = page(2, cursor);
      assertThat(page.<String>getList("items.sku")).hasSizeBetween(1, 2);
      seen.addAll(page.getList("items.sku"));
      cursor = page.getString("nextCursor");
    } while (cursor != null);

    assertThat(seen).isEqualTo(stockroom.texts("SELECT sku FROM product ORDER BY sku"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"limit=0", "limit=101", "limit=-1", "limit=many", "cursor=%3F", "cursor=bm9uZQ"})
  void refusesAPageThatIsNone(String query) {
    Problems.expect(as(Role.VIEWER).get("/products?" + query).then(), 400, "invalid-query");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NEVER-LISTED", "no-sku", "%27", "%00"})
  void doesNotKnowAProductThatWasNeverListed(String sku) {
    Problems.expect(
        as(Role.CUSTOMER).urlEncodingEnabled(false).get("/products/" + sku).then(),
        404,
        "product-not-found");
  }

  private static JsonPath page(int limit, @Nullable String cursor) {
    var request = as(Role.CUSTOMER).queryParam("limit", limit);
    if (cursor != null) {
      request.queryParam("cursor", cursor);
    }
    return request.get("/products").then().statusCode(200).extract().jsonPath();
  }
}
