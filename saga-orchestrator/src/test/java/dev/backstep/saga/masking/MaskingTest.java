package dev.backstep.saga.masking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.messaging.wire.Wire;
import dev.backstep.saga.testing.Order;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MaskingTest {
  @Test
  void hidesCardTokenNameAndAddressOfOurOwnMessages() {
    var masked = Masking.of(Wire.encode(Order.fresh().request()));
    assertThat(masked.json())
        .doesNotContain(Order.SECRET_TOKEN, Order.SECRET_STREET, "Ada", "Berlin", "10115")
        .contains("KETTLE", "\"DE\"", "4200");
    assertThat(masked.note()).contains("paymentToken", "street");
  }

  @Test
  void hidesWhatLooksLikeACardTokenOrAnEMailWhereverItStands() {
    var masked = mask("{\"why\":\"pm_abc1 was refused, ask ada@example.org\",\"list\":[\"pm_x\"]}");
    assertThat(masked.json()).doesNotContain("pm_abc1", "ada@example.org", "pm_x");
  }

  @Test
  void hidesEverythingOfAnAddressButItsCountry() {
    var masked = mask("{\"billingAddress\":{\"line1\":\"12 Secret\",\"no\":7,\"country\":\"DE\"}}");
    assertThat(masked.json()).doesNotContain("12 Secret", "7").contains("DE");
  }

  @Test
  void showsNothingOfWhatIsNoJson() {
    for (var body : new String[] {"Ada, 12 Secret Street", "{\"a\":", "{} {}", ""}) {
      var masked = mask(body);
      assertThat(masked.json()).isNull();
      assertThat(masked.bytes()).isEqualTo(body.length());
    }
    var deep = "[".repeat(5_000) + "]".repeat(5_000);
    assertThat(mask(deep).json()).isNull();
  }

  private static MaskedPayload mask(String json) {
    return Masking.of(json.getBytes(StandardCharsets.UTF_8));
  }
}
