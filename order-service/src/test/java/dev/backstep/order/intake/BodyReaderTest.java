package dev.backstep.order.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.contracts.value.OrderLine;
import dev.backstep.contracts.value.OrderLines;
import dev.backstep.contracts.value.Sku;
import dev.backstep.order.problem.Violation;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyReaderTest {
  private static final String ADDRESS =
      "{\"name\":\"Ada\",\"street\":\"S\",\"city\":\"C\",\"postalCode\":\"1\",\"country\":\"DE\"}";

  @Test
  void readsAnOrder() {
    var reading = read(body("[{\"sku\":\"LAMP\",\"quantity\":2}]", "\"pm_ok\"", ADDRESS));
    assertThat(reading)
        .isInstanceOfSatisfying(
            Reading.Understood.class,
            understood ->
                assertThat(understood.request().items())
                    .isEqualTo(OrderLines.of(new OrderLine(new Sku("LAMP"), 2))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "  ", "{", "nonsense", "{\"items\":[}", "{} {}", "[]", "\"order\"", "7"})
  void saysThatABodyIsNoOrderAtAll(String body) {
    assertThat(read(body)).isInstanceOf(Reading.Malformed.class);
  }

  @Test
  void refusesNestingWithoutEnd() {
    assertThat(read("[".repeat(30_000))).isInstanceOf(Reading.Malformed.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|#/items/0/quantity",
        "-1|#/items/0/quantity",
        "1001|#/items/0/quantity",
        "2147483648|#/items/0/quantity",
        "99999999999999999999|#/items/0/quantity",
        "1.5|#/items/0/quantity",
        "\"1\"|#/items/0/quantity",
        "null|#/items/0/quantity",
        "true|#/items/0/quantity",
        "[1]|#/items/0/quantity"
      })
  void pointsAtABadQuantity(String quantity, String pointer) {
    var items = "[{\"sku\":\"LAMP\",\"quantity\":%s}]".formatted(quantity);
    assertThat(pointers(body(items, "\"pm_ok\"", ADDRESS))).isEqualTo(pointer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"lamp\"", "\"\"", "\"LAMP'; DROP TABLE orders\"", "null", "7"})
  void pointsAtABadSku(String sku) {
    var items = "[{\"sku\":%s,\"quantity\":1}]".formatted(sku);
    assertThat(pointers(body(items, "\"pm_ok\"", ADDRESS))).isEqualTo("#/items/0/sku");
  }

  @Test
  void namesEverythingThatIsWrongAtOnce() {
    var items = "[{\"sku\":\"LAMP\",\"quantity\":0},{\"sku\":\"x\"}]";
    var address = ADDRESS.replace("\"DE\"", "\"Germany\"");
    assertThat(pointers(body(items, "\"4111 1111\"", address)))
        .isEqualTo(
            "#/items/0/quantity #/items/1/sku #/items/1/quantity #/paymentToken"
                + " #/shippingAddress/country");
  }

  @Test
  void refusesTheSameProductTwice() {
    var items = "[{\"sku\":\"LAMP\",\"quantity\":1},{\"sku\":\"LAMP\",\"quantity\":1}]";
    assertThat(pointers(body(items, "\"pm_ok\"", ADDRESS))).isEqualTo("#/items/1/sku");
  }

  @Test
  void refusesNoItemsAndTooMany() {
    var many =
        IntStream.rangeClosed(0, OrderLines.MAX_LINES)
            .mapToObj(i -> "{\"sku\":\"S" + i + "\",\"quantity\":1}")
            .collect(Collectors.joining(",", "[", "]"));
    for (var items : new String[] {"[]", "null", many}) {
      assertThat(pointers(body(items, "\"pm_ok\"", ADDRESS))).isEqualTo("#/items");
    }
  }

  @Test
  void refusesFieldsItDoesNotKnow() {
    assertThat(pointers("{\"price\":1}")).isEqualTo("#/price");
    assertThat(pointers("{\"items\":[{\"sku\":\"A\",\"unitPrice\":1}]}"))
        .isEqualTo("#/items/0/unitPrice");
    assertThat(pointers("{\"a/b~\":1}")).isEqualTo("#/a~1b~0");
  }

  @Test
  void refusesAFieldThatComesTwice() {
    assertThat(read("{\"paymentToken\":\"pm_a\",\"paymentToken\":\"pm_b\"}"))
        .isNotInstanceOf(Reading.Understood.class);
  }

  @Test
  void neverRepeatsWhatItRead() {
    var reading =
        read(body("[{\"sku\":\"LAMP\",\"quantity\":1}]", "\"pm secret!\"", "\"Secret Street\""));
    assertThat(reading.toString()).doesNotContainIgnoringCase("secret");
  }

  private static String body(String items, String token, String address) {
    return "{\"items\":%s,\"paymentToken\":%s,\"shippingAddress\":%s}"
        .formatted(items, token, address);
  }

  private static String pointers(String body) {
    return switch (read(body)) {
      case Reading.Invalid(var violations) ->
          violations.stream().map(Violation::pointer).collect(Collectors.joining(" "));
      case Reading.Malformed malformed -> malformed.toString();
      case Reading.Understood understood -> understood.toString();
    };
  }

  private static Reading read(String body) {
    return BodyReader.read(body.getBytes(StandardCharsets.UTF_8));
  }
}
