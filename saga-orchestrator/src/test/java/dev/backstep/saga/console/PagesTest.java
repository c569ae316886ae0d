package dev.backstep.saga.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PagesTest {
  /** What a telephone loads in a second on a bad day. */
  private static final int MOST_SCRIPT_BYTES = 60 * 1024;

  private static final Pattern BUNDLE = Pattern.compile("/static/bundle/[\\w-]+\\.(?:js|css)");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/sagas",
        "/sagas?state=STUCK",
        "/sagas/01936f2c-7f3a-7000-8000-000000000000",
        "/dead-letters",
        "/consistency",
        "/operator-log",
        "/login"
      })
  void answersEveryAddressOfAPageWithTheSameFreshDocument(String address) {
    given()
        .get(address)
        .then()
        .statusCode(200)
        .contentType(containsString("text/html"))
        .header("Cache-Control", equalTo("no-cache"))
        .header("Content-Security-Policy", containsString("default-src 'self'"))
        .body(containsString("<backstep-app>"));
  }

  @Test
  void leavesOtherAddressesAlone() {
    given().get("/sagas/no-such-file.js").then().statusCode(404);
    given().get("/nowhere").then().statusCode(404);
  }

  @Test
  void loadsLittleScript() {
    var compressed =
        bundles().stream()
            .filter(bundle -> bundle.endsWith(".js"))
            .mapToInt(PagesTest::compressedBytes)
            .sum();
    assertThat(compressed).isBetween(1, MOST_SCRIPT_BYTES);
  }

  private static int compressedBytes(String path) {
    var raw = RestAssured.config().decoderConfig(DecoderConfig.decoderConfig().noContentDecoders());
    return given()
        .config(raw)
        .header("Accept-Encoding", "gzip")
        .get(path)
        .then()
        .header("Content-Encoding", "gzip")
        .extract()
        .asByteArray()
        .length;
  }

  /** All that the document names; the bundles name one another only by chunks, which are tiny. */
  private static List<String> bundles() {
    return BUNDLE
        .matcher(given().get("/").asString())
        .results()
        .map(found -> found.group())
        .distinct()
        .toList();
  }
}
