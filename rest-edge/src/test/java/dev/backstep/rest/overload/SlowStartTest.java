package dev.backstep.rest.overload;

import static dev.backstep.rest.testing.Problems.expect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.backstep.rest.Gate;
import dev.backstep.stack.testing.TestStack;
import dev.backstep.stack.token.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SlowStartTest.TwoWhileCold.class)
class SlowStartTest {
  @Inject Gate gate;

  @Test
  void whoComesWhileAColdProcessHasItsHandsFullIsToldToComeBack() throws Exception {
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      var one = clients.submit(() -> customer().get("/things/slow"));
      var two = clients.submit(() -> customer().get("/things/slow"));
      await().until(() -> gate.arrivals() == 2);
      expect(customer().get("/things"), 503, "unavailable").header("Retry-After", "2");
      assertThat(customer().get("/q/openapi").statusCode()).isNotEqualTo(503);
      gate.open();
      expect(one.get(), 503, "unavailable");
      expect(two.get(), 503, "unavailable");
    }
    await().until(() -> customer().get("/things").statusCode() == 200);
  }

  private static RequestSpecification customer() {
    return RestAssured.given()
        .header("Authorization", "Bearer " + TestStack.current().token(Role.CUSTOMER, "anna"));
  }

  /** A service that is overwhelmed by little. */
  public static class TwoWhileCold implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("backstep.requests.most-while-cold", "2");
    }
  }
}
