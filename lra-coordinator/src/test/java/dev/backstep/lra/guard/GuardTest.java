package dev.backstep.lra.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.backstep.lra.testing.Listener;
import dev.backstep.rest.testing.Problems;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.testing.ServiceResource;
import dev.backstep.stack.testing.TestStack;
import dev.backstep.stack.token.Role;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
    value = ServiceResource.class,
    initArgs = @ResourceArg(name = "service", value = "lra-coordinator"))
class GuardTest {
  private static final String START = "/lra-coordinator/start?ClientID=mine&TimeLimit=60000";

  @Test
  void startsAndClosesAnLraAndShowsItsParticipantsNoToken() {
    try (var listener = Listener.open()) {
      var lra = start("alice");
      assertThat(lra).startsWith(url(Part.LRA_COORDINATOR) + "/lra-coordinator/");
      var base = url(Part.ORDER_SERVICE) + "/lra/" + id(lra);
      customer("alice")
          .header(
              "Link",
              "<%1$s/compensate>; rel=\"compensate\",<%1$s/complete>; rel=\"complete\""
                  .formatted(base))
          .put("/lra-coordinator/" + id(lra) + "?TimeLimit=0")
          .then()
          .statusCode(200);
      customer("alice").put("/lra-coordinator/" + id(lra) + "/close").then().statusCode(200);
      await()
          .untilAsserted(
              () -> assertThat(listener.heard()).contains("PUT /lra/" + id(lra) + "/complete"));
      assertThat(listener.shown()).isEmpty();
    }
  }

  @Test
  void neverCancelsAnLraThatIsClosedTwiceWhileAParticipantIsAway() {
    var lra = "/lra-coordinator/" + id(start("alice"));
    var base = url(Part.ORDER_SERVICE) + "/lra/twice";
    customer("alice")
        .header(
            "Link",
            "<%1$s/compensate>; rel=\"compensate\",<%1$s/complete>; rel=\"complete\""
                .formatted(base))
        .put(lra + "?TimeLimit=0")
        .then()
        .statusCode(200);
    for (int i = 0; i < 3; i++) {
      customer("alice").put(lra + "/close").then().statusCode(200).body(equalTo("Closing"));
    }
    try (var listener = Listener.open()) {
      await().untilAsserted(() -> assertThat(listener.heard()).contains("PUT /lra/twice/complete"));
      assertThat(listener.heard()).doesNotContain("PUT /lra/twice/compensate");
    }
  }

  @Test
  void asksForAToken() {
    Problems.expect(RestAssured.given().post(START), 401, "unauthenticated");
    Problems.expect(RestAssured.given().get("/lra-coordinator/recovery"), 401, "unauthenticated");
    Problems.expect(as(Role.VIEWER, "eve").post(START), 403, "forbidden");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/latest/meta-data",
        "file:///etc/passwd",
        "http://127.0.0.1:1/lra/",
        "https://example.org/"
      })
  void refusesCallbacksThatAreNotOnTheList(String callback) {
    var join = "/lra-coordinator/" + id(start("alice"));
    Problems.expect(
        customer("alice").header("Link", "<" + callback + ">; rel=\"compensate\"").put(join),
        400,
        "callback-not-listed");
    Problems.expect(
        customer("alice").contentType("text/plain").body(callback).put(join),
        400,
        "callback-not-listed");
    Problems.expect(
        customer("alice").header("Narayana-LRA-Participant-Link", callback).put(join + "/close"),
        400,
        "callback-not-listed");
  }

  @Test
  void letsNobodyElseTouchAnLra() {
    var lra = "/lra-coordinator/" + id(start("alice"));
    for (var what : new String[] {"/close", "/cancel", "/renew?TimeLimit=1", "/remove", ""}) {
      Problems.expect(customer("bob").put(lra + what), 403, "not-your-lra");
    }
    Problems.expect(customer("bob").get(lra + "/status"), 403, "not-your-lra");
    Problems.expect(customer("alic").get(lra), 403, "not-your-lra");
    customer("alice").get(lra + "/status").then().statusCode(200);
    as(Role.OPERATOR, "op").put(lra + "/cancel").then().statusCode(200);
  }

  @Test
  void letsAServiceTakePartInWhatOthersStartedAndCancelItButNotCloseIt() {
    var lra = "/lra-coordinator/" + id(start("alice"));
    var carrier = as(Role.SERVICE, "carrier");
    var callbacks = url(Part.ORDER_SERVICE) + "/lra/" + id(lra);
    carrier
        .header("Link", "<" + callbacks + "/compensate>; rel=\"compensate\"")
        .put(lra + "?TimeLimit=0")
        .then()
        .statusCode(200);
    Problems.expect(as(Role.SERVICE, "carrier").put(lra + "/close"), 403, "not-your-lra");
    as(Role.SERVICE, "carrier").get(lra + "/status").then().statusCode(200);
    as(Role.SERVICE, "carrier").get("/lra-coordinator/").then().statusCode(200);
    try (var listener = Listener.open()) {
      as(Role.SERVICE, "carrier").put(lra + "/cancel").then().statusCode(200);
      await()
          .untilAsserted(
              () -> assertThat(listener.heard()).contains("PUT /lra/" + id(lra) + "/compensate"));
    }
  }

  @Test
  void keepsTheListOfAllFromCustomers() {
    start("alice");
    Problems.expect(customer("alice").get("/lra-coordinator/"), 403, "forbidden");
    Problems.expect(customer("alice").get("/lra-coordinator/recovery"), 403, "forbidden");
    Problems.expect(customer("alice").put("/lra-coordinator/nested/x/complete"), 403, "forbidden");
    as(Role.VIEWER, "eve").get("/lra-coordinator/").then().statusCode(200);
    as(Role.OPERATOR, "op").get("/lra-coordinator/recovery").then().statusCode(200);
  }

  @Test
  void startsNoLraInsideOfAnother() {
    Problems.expect(
        customer("alice").post(START + "&ParentLRA=http://example.org/lra-coordinator/1"),
        400,
        "lra-nested");
  }

  @Test
  void takesOnlyPlainIds() {
    Problems.expect(
        customer("alice").put("/lra-coordinator/http:%2F%2Fexample.org%2Fx/close"),
        400,
        "lra-id-invalid");
  }

  @Test
  void knowsNoLraThatHasEnded() {
    var lra = "/lra-coordinator/" + id(start("alice"));
    customer("alice").put(lra + "/close").then().statusCode(200);
    customer("bob").put(lra + "/cancel").then().statusCode(404);
  }

  @Test
  void answersUnderItsOwnNameAlone() {
    Problems.expect(customer("alice").header("Host", "example.org").post(START), 400, "wrong-root");
  }

  private static String start(String customer) {
    return customer(customer).post(START).then().statusCode(201).extract().header("Location");
  }

  private static String id(String lra) {
    return lra.substring(lra.lastIndexOf('/') + 1);
  }

  private static String url(Part part) {
    return TestStack.current().processes().layout().url(part);
  }

  private static RequestSpecification customer(String name) {
    return as(Role.CUSTOMER, name);
  }

  private static RequestSpecification as(Role role, String name) {
    return RestAssured.given()
        .baseUri(url(Part.LRA_COORDINATOR))
        .urlEncodingEnabled(false)
        .header("Authorization", "Bearer " + TestStack.current().token(role, name));
  }
}
