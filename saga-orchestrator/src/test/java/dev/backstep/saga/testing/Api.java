package dev.backstep.saga.testing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import dev.backstep.rest.testing.Described;
import dev.backstep.stack.testing.TestStack;
import dev.backstep.stack.token.Role;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Predicate;

/** The REST interface as operators use it. */
public final class Api {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Described DESCRIBED = Described.by("saga-orchestrator");

  private Api() {}

  public static RequestSpecification as(Role role) {
    return given()
        .filter(DESCRIBED)
        .auth()
        .oauth2(TestStack.current().token(role, "olga"))
        .contentType(ContentType.JSON);
  }

  public static RequestSpecification operator() {
    return as(Role.OPERATOR);
  }

  /** One saga as an operator sees it. */
  public static JsonPath saga(UUID id) {
    return operator().get("/api/sagas/" + id).then().statusCode(200).extract().jsonPath();
  }

  /** Waits until the saga looks like that. */
  public static JsonPath awaitSaga(UUID id, Predicate<JsonPath> condition) {
    await().alias("saga " + id).atMost(PATIENCE).until(() -> matches(id, condition));
    return saga(id);
  }

  /** Waits for a state. */
  public static JsonPath awaitState(UUID id, String state) {
    return awaitSaga(id, saga -> state.equals(saga.getString("state")));
  }

  private static boolean matches(UUID id, Predicate<JsonPath> condition) {
    var response = operator().get("/api/sagas/" + id);
    return response.statusCode() == 200 && condition.test(response.jsonPath());
  }

  /** Acts on a saga. */
  public static Response act(UUID id, String action, long version) {
    return operator()
        .body(
            """
            {"action":"%s","expectedVersion":%d,"reason":"The test wants it."}\
            """
                .formatted(action, version))
        .post("/api/sagas/" + id + "/actions");
  }
}
