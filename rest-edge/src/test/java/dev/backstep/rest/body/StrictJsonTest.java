package dev.backstep.rest.body;

import static dev.backstep.rest.Client.customer;
import static dev.backstep.rest.testing.Problems.expect;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class StrictJsonTest {
  @Test
  void readsWhatIsMeant() {
    for (var path : new String[] {"/things", "/things/soon"}) {
      customer()
          .body("{\"name\": \"cup\", \"count\": 2}")
          .post(path)
          .then()
          .statusCode(200)
          .body("name", equalTo("cup"))
          .body("count", equalTo(2));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "See the field count.          | {\"name\": \"cup\", \"count\": \"2\"}",
        "See the field count.          | {\"name\": \"cup\", \"count\": 2.5}",
        "See the field count.          | {\"name\": \"cup\", \"count\": 2147483648}",
        "See the field name.           | {\"name\": 5, \"count\": 2}",
        "See the field name.           | {\"name\": true, \"count\": 2}",
        "See the field colour.         | {\"name\": \"cup\", \"count\": 2, \"colour\": \"red\"}",
        "The body has the wrong shape. | {\"name\": \"cup\", \"count\": 2} {}",
        "The body has the wrong shape. | []",
        "The body is not JSON.         | {\"name\": ",
        "The body is not JSON.         | cup",
      })
  void refusesWhatMightBeMeant(String detail, String body) {
    for (var path : new String[] {"/things", "/things/soon"}) {
      expect(customer().body(body).post(path), 400, "malformed-body")
          .body("detail", equalTo(detail));
    }
  }
}
