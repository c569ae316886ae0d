package dev.backstep.order.intake;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /orders} as it came: anything may be missing or wrong. */
@Schema(name = "PlaceOrder")
record OrderBody(
    @Schema(required = true, minItems = 1, maxItems = 100) @Nullable List<@Nullable Item> items,
    @Schema(required = true, pattern = "pm_[A-Za-z0-9_]{1,64}") @Nullable String paymentToken,
    @Schema(required = true) @Nullable Address shippingAddress) {

  @Schema(name = "PlaceOrderItem")
  record Item(
      @Schema(required = true, pattern = "[A-Z0-9][A-Z0-9-]{0,39}") @Nullable String sku,
      @Schema(required = true, minimum = "1", maximum = "1000") @Nullable Long quantity) {}

  @Schema(name = "ShippingAddress")
  record Address(
      @Schema(required = true, maxLength = 200) @Nullable String name,
      @Schema(required = true, maxLength = 200) @Nullable String street,
      @Schema(required = true, maxLength = 200) @Nullable String city,
      @Schema(required = true, maxLength = 200) @Nullable String postalCode,
      @Schema(required = true, pattern = "[A-Z]{2}") @Nullable String country) {
    @Override
    public String toString() {
      return "Address[****]"; // personal data stays out of logs
    }
  }

  @Override
  public String toString() {
    return "OrderBody[****]";
  }
}
