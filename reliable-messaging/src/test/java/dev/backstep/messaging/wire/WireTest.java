package dev.backstep.messaging.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.contracts.Headers;
import dev.backstep.contracts.InventoryCommand.ReleaseStock;
import dev.backstep.contracts.OrderEvent.OrderConfirmed;
import dev.backstep.contracts.WireTypes;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireTest {
  private static final UUID ORDER = new UUID(0, 7);
  private static final ReleaseStock RELEASE = new ReleaseStock(ORDER);
  private static final OrderConfirmed CONFIRMED = new OrderConfirmed(ORDER, 2);

  @Test
  void readsWhatItWrote() {
    assertThat(Wire.decode(received(WireTypes.of(RELEASE), Wire.encode(RELEASE))))
        .isEqualTo(new Decoded.Understood(RELEASE));
  }

  @Test
  void ignoresUnknownFieldsOfEvents() {
    var body = "{\"orderId\":\"%s\",\"version\":2,\"mood\":\"good\"}".formatted(ORDER);
    assertThat(decode(WireTypes.of(CONFIRMED), body)).isEqualTo(new Decoded.Understood(CONFIRMED));
  }

  @Test
  void refusesUnknownFieldsOfCommands() {
    var body = "{\"orderId\":\"%s\",\"force\":true}".formatted(ORDER);
    assertThat(decode(WireTypes.of(RELEASE), body))
        .isEqualTo(new Decoded.Unreadable("its body is no ReleaseStock: see the field force"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "{}",
        "[]",
        "{\"orderId\":null}",
        "{\"orderId\":\"x\"}",
        "{",
        "\u0000\u0001garbage"
      })
  void refusesGarbageWithoutThrowing(String body) {
    assertThat(decode(WireTypes.of(RELEASE), body)).isInstanceOf(Decoded.Unreadable.class);
  }

  @Test
  void refusesTrailingGarbageUnknownTypesAndMissingTypes() {
    var good = new String(Wire.encode(RELEASE), StandardCharsets.UTF_8);
    assertThat(decode(WireTypes.of(RELEASE), good + "x")).isInstanceOf(Decoded.Unreadable.class);
    assertThat(decode("backstep.inventory.eat-stock.v1", good))
        .isInstanceOf(Decoded.Unreadable.class);
    assertThat(Wire.decode(new Received("t", 0, 0, "k", Map.of(), Wire.encode(RELEASE))))
        .isEqualTo(new Decoded.Unreadable("it has no ce_type header"));
  }

  @Test
  void refusesABodyThatIsTooLargeOrTooDeep() {
    assertThat(decode(WireTypes.of(CONFIRMED), " ".repeat(Wire.MAX_BODY_BYTES + 1)))
        .isInstanceOf(Decoded.Unreadable.class);
    assertThat(decode(WireTypes.of(CONFIRMED), "{\"x\":" + "[".repeat(100_000)))
        .isInstanceOf(Decoded.Unreadable.class);
  }

  @Test
  void saysNothingOfTheContentWhenItRefuses() {
    var body = "{\"orderId\":\"Ada Lovelace, Hauptstr. 1\"}";
    assertThat(decode(WireTypes.of(RELEASE), body))
        .isInstanceOfSatisfying(
            Decoded.Unreadable.class, it -> assertThat(it.why()).doesNotContain("Ada"));
  }

  private static Decoded decode(String type, String body) {
    return Wire.decode(received(type, body.getBytes(StandardCharsets.UTF_8)));
  }

  private static Received received(String type, byte[] body) {
    return new Received("any.topic", 0, 0, "key", Map.of(Headers.TYPE, type), body);
  }
}
