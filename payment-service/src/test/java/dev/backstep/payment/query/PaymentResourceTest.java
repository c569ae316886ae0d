package dev.backstep.payment.query;

import static dev.backstep.payment.testing.Checkout.aCheckout;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.backstep.messaging.testing.Broker;
import dev.backstep.payment.testing.Checkout;
import dev.backstep.payment.testing.Table;
import dev.backstep.rest.testing.Described;
import dev.backstep.rest.testing.Problems;
import dev.backstep.rest.testing.PublishedApi;
import dev.backstep.stack.testing.TestStack;
import dev.backstep.stack.token.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PaymentResourceTest {
  private static final Described DESCRIBED = Described.by("payment-service");

  @Inject Table table;

  private final Checkout checkout = aCheckout();

  @Test
  void showsACustomerTheOwnPayment() {
    Broker.send(checkout.charge("pm_ok"));
    checkout.chargeReply();

    as(Role.CUSTOMER, checkout.customer())
        .get("/payments/" + checkout.order())
        .then()
        .statusCode(200)
        .body("orderId", equalTo(checkout.order().toString()))
        .body("state", equalTo("CAPTURED"))
        .body("amount.minorUnits", equalTo(4999))
        .body("captured.minorUnits", equalTo(4999))
        .body("refunded.minorUnits", equalTo(0))
        .body("chargeId", startsWith("ch_"))
        .body("refusal", nullValue());
  }

  @Test
  void showsWhyAPaymentWasRefused() {
    Broker.send(checkout.charge("pm_insufficient_funds"));
    checkout.chargeReply();

    as(Role.CUSTOMER, checkout.customer())
        .get("/payments/" + checkout.order())
        .then()
        .statusCode(200)
        .body("state", equalTo("DECLINED"))
        .body("captured.minorUnits", equalTo(0))
        .body("refusal.code", equalTo("INSUFFICIENT_FUNDS"));
  }

  @Test
  void neverShowsTheTokenOrTheCustomer() {
    table.abandoned(checkout, "pm_secret", 1, 3600);

    as(Role.OPERATOR, "olga")
        .get("/payments/" + checkout.order())
        .then()
        .statusCode(200)
        .body("state", equalTo("PROCESSING"))
        .body(not(containsString("pm_")))
        .body(not(containsString(checkout.customer())));
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"CUSTOMER", "SERVICE"})
  void showsEveryPaymentToTheStaff(Role role) {
    table.abandoned(checkout, "pm_ok", 1, 3600);

    as(role, "somebody").get("/payments/" + checkout.order()).then().statusCode(200);
  }

  @Test
  void showsNoPaymentToAServiceThatIsNobody() {
    table.abandoned(checkout, "pm_ok", 1, 3600);

    Problems.expect(
        as(Role.SERVICE, "carrier").get("/payments/" + checkout.order()), 403, "forbidden");
  }

  @Test
  void hidesThePaymentsOfOthers() {
    table.abandoned(checkout, "pm_ok", 1, 3600);

    Problems.expect(
        as(Role.CUSTOMER, "mallory").get("/payments/" + checkout.order()),
        404,
        "payment-not-found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "1", "%27", "%00"})
  void knowsNoPaymentUnderAnIdThatIsNone(String id) {
    Problems.expect(
        as(Role.VIEWER, "vera").urlEncodingEnabled(false).get("/payments/" + id),
        404,
        "payment-not-found");
  }

  @Test
  void knowsNoPaymentOfAnOrderThatNeverWas() {
    Problems.expect(
        as(Role.VIEWER, "vera").get("/payments/" + UUID.randomUUID()), 404, "payment-not-found");
  }

  @Test
  void letsNobodyInWithoutAGoodToken() {
    var path = "/payments/" + checkout.order();
    var expired = TestStack.current().expiredToken(Role.OPERATOR, "olga");

    Problems.expect(given().get(path), 401, "unauthenticated");
    Problems.expect(given().auth().oauth2(expired).get(path), 401, "unauthenticated");
    Problems.expect(given().auth().oauth2("nonsense").get(path), 401, "unauthenticated");
  }

  @Test
  void publishesWhatItOffers() throws IOException {
    PublishedApi.check("payment-service");
  }

  private static RequestSpecification as(Role role, String name) {
    return given().filter(DESCRIBED).auth().oauth2(TestStack.current().token(role, name));
  }
}
