package dev.backstep.order.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.backstep.contracts.OrderEvent.OrderPlaced;
import dev.backstep.contracts.SagaRequest.CheckoutRequested;
import dev.backstep.contracts.Topics;
import dev.backstep.contracts.value.Money;
import dev.backstep.messaging.testing.Broker;
import dev.backstep.messaging.wire.Decoded;
import dev.backstep.messaging.wire.Received;
import dev.backstep.messaging.wire.Wire;
import dev.backstep.order.testing.Database;
import dev.backstep.order.testing.Orchestrator;
import dev.backstep.order.testing.Shop;
import dev.backstep.rest.testing.Problems;
import dev.backstep.stack.testing.TestStack;
import dev.backstep.stack.token.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class PlaceOrderTest {
  @Inject Database database;

  private final String customer = Shop.newCustomer();

  @Test
  void answersWithTheOrderAndWhereToFindIt() {
    var sku = database.product(1999);
    var answer = post(Shop.order(sku, 2));
    answer
        .then()
        .statusCode(202)
        .contentType(ContentType.JSON)
        .header("Location", endsWith("/orders/" + answer.path("orderId")))
        .body("status", equalTo("PENDING"))
        .body("items[0].sku", equalTo(sku.value()))
        .body("items[0].quantity", equalTo(2))
        .body("items[0].unitPrice.minorUnits", equalTo(1999))
        .body("total.minorUnits", equalTo(3998))
        .body("total.currency", equalTo("EUR"))
        .body("createdAt", notNullValue());
    var found = Shop.customer(customer).get("/orders/" + answer.path("orderId"));
    assertThat(found.asString()).isEqualTo(answer.asString());
  }

  @Test
  void asksForTheOrderToBeCarriedThrough() {
    var placed = Shop.place(customer, database.product(500));
    var record = Broker.expectOne(Topics.CHECKOUT_REQUESTS, placed.saga().toString());
    assertThat(message(record))
        .isInstanceOfSatisfying(
            CheckoutRequested.class,
            request -> {
              assertThat(request.orderId()).isEqualTo(placed.order());
              assertThat(request.customerId()).isEqualTo(customer);
              assertThat(request.total()).isEqualTo(Money.euroCents(1000));
              assertThat(request.paymentToken().value()).isEqualTo("pm_ok");
              assertThat(request.address().city()).isEqualTo("Berlin");
            });
    assertThat(record.traceparent()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00");
  }

  @Test
  void tellsTheWorldWithoutNameAddressOrToken() {
    var placed = Shop.place(customer, database.product(500));
    var record = Broker.expectOne(Topics.ORDER_EVENTS, placed.order().toString());
    assertThat(message(record)).isInstanceOf(OrderPlaced.class);
    assertThat(new String(record.body(), StandardCharsets.UTF_8))
        .doesNotContain("Ada", "Secret Street", "pm_ok");
  }

  @Test
  void keepsNeitherAddressNorTokenInItsTables() {
    var placed = Shop.place(customer, database.product(500));
    var rows =
        database.texts(
            """
            SELECT o::text || i::text || coalesce(b::text, '')
            FROM orders o JOIN idempotency i ON i.order_id = o.id JOIN barrier b ON b.saga_id = o.saga_id
            WHERE o.id = ?
            """,
            placed.order());
    assertThat(rows).singleElement().asString().doesNotContain("Ada", "Secret Street", "pm_ok");
  }

  @Test
  void goesOnWithTheClientsTrace() {
    var answer =
        Shop.customer(customer)
            .header("Idempotency-Key", Shop.newKey())
            .header("traceparent", Orchestrator.TRACE)
            .body(Shop.order(database.product(500), 1))
            .post("/orders");
    var record = Broker.expectOne(Topics.CHECKOUT_REQUESTS, answer.path("sagaId"));
    assertThat(record.traceparent()).isEqualTo(Orchestrator.TRACE);
  }

  @Test
  void namesTheProductsThatAreNotOnSale() {
    var unknown = Database.newSku();
    var known = database.product(500);
    var items =
        "[{\"sku\":\"%s\",\"quantity\":1},{\"sku\":\"%s\",\"quantity\":1}]"
            .formatted(known, unknown);
    Problems.expect(post(Shop.body(items)), 422, "unknown-product")
        .body("skus", equalTo(List.of(unknown.value())));
    assertThat(database.texts("SELECT id FROM orders WHERE customer_id = ?", customer)).isEmpty();
  }

  @Test
  void doesNotAddDifferentCurrencies() {
    var items =
        "[{\"sku\":\"%s\",\"quantity\":1},{\"sku\":\"%s\",\"quantity\":1}]"
            .formatted(database.product(500), database.product(500, "USD"));
    Problems.expect(post(Shop.body(items)), 422, "total-not-possible");
  }

  @Test
  void pointsAtWhatIsWrong() {
    var body = Shop.order(database.product(500), 0);
    Problems.expect(post(body), 400, "invalid-order")
        .body("errors[0].pointer", equalTo("#/items/0/quantity"))
        .body("errors[0].detail", containsString("1 to 1000"));
  }

  @Test
  void refusesWhatIsNoOrder() {
    Problems.expect(post("{\"items\":"), 400, "malformed-body");
    Problems.expect(post(""), 400, "malformed-body");
    Problems.expect(post("{\"surprise\":1}"), 400, "invalid-order")
        .body("errors[0].pointer", equalTo("#/surprise"));
    Problems.expect(
            post(Shop.order(database.product(1), 1).replace(":1}", ":2147483648}")),
            400,
            "invalid-order")
        .body("errors[0].pointer", equalTo("#/items/0/quantity"));
  }

  @Test
  void refusesAnotherMediaTypeThanJson() {
    var answer =
        Shop.customer(customer)
            .contentType(ContentType.TEXT)
            .header("Idempotency-Key", Shop.newKey())
            .body("two lamps, please")
            .post("/orders");
    Problems.expect(answer, 415, "unsupported-media-type");
  }

  @Test
  void refusesABodyThatIsTooLarge() {
    Problems.expect(post("x".repeat(1_000_000)), 413, "body-too-large");
    Shop.customer(customer).get("/orders").then().statusCode(200);
  }

  @ParameterizedTest
  @EnumSource
  void refusesALargeBodyThatHidesItsLength(HttpClient.Version version) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + "/orders"))
            .version(version)
            .header("Authorization", "Bearer " + TestStack.current().token(Role.CUSTOMER, customer))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", Shop.newKey())
            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[100_000])))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      var answer = client.send(request, BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(413);
      assertThat(answer.body()).contains("https://backstep.dev/problems/body-too-large");
    }
  }

  @Test
  void takesOrdersFromCustomersAlone() {
    Problems.expect(Shop.operator().body("{}").post("/orders"), 403, "forbidden");
    Problems.expect(Shop.as(Role.VIEWER, "vera").body("{}").post("/orders"), 403, "forbidden");
  }

  @Test
  void asksForAValidToken() {
    Problems.expect(RestAssured.given().get("/orders"), 401, "unauthenticated");
    var expired = TestStack.current().expiredToken(Role.CUSTOMER, customer);
    Problems.expect(
        RestAssured.given().auth().oauth2(expired).get("/orders"), 401, "unauthenticated");
    Problems.expect(
        RestAssured.given().auth().oauth2("no.token.atall").get("/orders"), 401, "unauthenticated");
  }

  private Response post(String body) {
    return Shop.customer(customer)
        .header("Idempotency-Key", Shop.newKey())
        .body(body)
        .post("/orders");
  }

  private static Object message(Received record) {
    return Wire.decode(record) instanceof Decoded.Understood(var message) ? message : record;
  }
}
