package dev.backstep.rest.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ApiDocumentTest {
  private static final String PATH = "/catalogue/MUG-BLUE";

  private final ApiDocument orders = ApiDocument.of("order-service");

  @Test
  void acceptsWhatItDescribes() {
    assertThat(orders.faults("GET", PATH, 200, product("\"minorUnits\":990"))).isEmpty();
  }

  @Test
  void findsAFieldThatItDoesNotDescribe() {
    assertThat(orders.faults("GET", PATH, 200, product("\"minorUnits\":990,\"vat\":19")))
        .singleElement()
        .asString()
        .contains("vat");
  }

  @Test
  void findsAValueOfAnotherType() {
    assertThat(orders.faults("GET", PATH, 200, product("\"minorUnits\":\"990\""))).isNotEmpty();
  }

  @Test
  void knowsWhichAnswersItDescribes() {
    assertThat(orders.describes("GET", PATH, 200)).isTrue();
    assertThat(orders.describes("GET", PATH, 201)).isFalse();
    assertThat(orders.describes("GET", "/nowhere", 200)).isFalse();
    assertThat(orders.hasOperation("DELETE", PATH)).isFalse();
  }

  @Test
  void aPromiseMayBeExceededAndNotBroken() throws IOException {
    var one = new JsonMapper().readTree("{\"a\":[1],\"b\":{\"c\":\"x\"}}");
    var more = new JsonMapper().readTree("{\"a\":[2,1],\"b\":{\"c\":\"x\",\"d\":0}}");
    assertThat(PublishedApi.broken(one, more, "")).isEmpty();
    assertThat(PublishedApi.broken(more, one, "")).containsExactly("/a", "/b/d");
  }

  @Test
  void wantsProblemsToLookLikeProblems() {
    assertThat(orders.faultsOfProblem("{\"status\":404,\"title\":\"Not found\"}")).isEmpty();
    assertThat(orders.faultsOfProblem("{\"status\":\"not found\"}")).isNotEmpty();
  }

  private static String product(String price) {
    return "{\"sku\":\"MUG-BLUE\",\"name\":\"Blue mug\",\"price\":{%s,\"currency\":\"EUR\"}}"
        .formatted(price);
  }
}
