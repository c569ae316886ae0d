package dev.backstep.rest.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.rest.access.OwnToken;
import dev.backstep.rest.access.Roles;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RehearsingTest {
  private static final Rehearsal.Request VISIT =
      new Rehearsal.Request("POST", "/theatre", "{\"row\": 8}");

  /** The service of a test has any free one. */
  private static final int NO_PORT = 0;

  @Inject OwnToken token;
  @Inject Vertx vertx;

  @Test
  void whatIsRehearsedWasAskedBeforeAnybodyCame() {
    assertThat(Theatre.VISITS).startsWith("rehearsal with 7");
  }

  @Test
  void theTokenOfTheRehearsalLetsNobodyInAfterwards() throws Exception {
    try (var stage = Stage.open(vertx, NO_PORT, token.lend(Roles.CUSTOMER))) {
      assertThat(stage.ask(VISIT)).startsWith("HTTP/1.1 204 ");
      token.takeBack();
      assertThat(stage.ask(VISIT)).startsWith("HTTP/1.1 401 ");
    }
  }

  @Test
  void itsRoleIsTheOneThatWasLent() throws Exception {
    try (var stage = Stage.open(vertx, NO_PORT, token.lend(Roles.VIEWER))) {
      assertThat(stage.ask(VISIT)).startsWith("HTTP/1.1 403 ");
    } finally {
      token.takeBack();
    }
  }

  @Test
  void aSecretThatWasNotLentLetsNobodyIn() {
    token.takeBack();
    RestAssured.given()
        .header("Authorization", "Bearer 00000000-0000-0000-0000-000000000000")
        .contentType("application/json")
        .body("{\"row\": 9}")
        .post("/theatre")
        .then()
        .statusCode(401);
  }
}
