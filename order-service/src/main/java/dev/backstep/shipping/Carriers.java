package dev.backstep.shipping;

import dev.backstep.contracts.value.Refusal;
import dev.backstep.contracts.value.RefusalCode;
import dev.backstep.contracts.value.ShippingAddress;
import java.util.Optional;

/** Where carriers go. Pure. */
final class Carriers {
  /** The code that ISO 3166 leaves to its users; here it means: nobody goes there. */
  private static final String NOWHERE = "XX";

  private Carriers() {}

  /** Why nobody delivers to that address; empty if somebody does. */
  static Optional<Refusal> refusal(ShippingAddress address) {
    return address.country().equals(NOWHERE)
        ? Optional.of(
            new Refusal(
                RefusalCode.ADDRESS_NOT_SERVICEABLE, "No carrier delivers to " + NOWHERE + "."))
        : Optional.empty();
  }
}
