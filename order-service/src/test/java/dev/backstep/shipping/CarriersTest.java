package dev.backstep.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.contracts.value.Refusal;
import dev.backstep.contracts.value.RefusalCode;
import dev.backstep.contracts.value.ShippingAddress;
import org.junit.jupiter.api.Test;

class CarriersTest {
  @Test
  void goNearlyEverywhere() {
    assertThat(Carriers.refusal(to("DE"))).isEmpty();
  }

  @Test
  void doNotGoToNowhere() {
    assertThat(Carriers.refusal(to("XX")).map(Refusal::code))
        .contains(RefusalCode.ADDRESS_NOT_SERVICEABLE);
  }

  private static ShippingAddress to(String country) {
    return new ShippingAddress("Ada", "Street 1", "Town", "12345", country);
  }
}
