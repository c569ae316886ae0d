package dev.backstep.order.intake;

import dev.backstep.contracts.value.OrderLine;
import dev.backstep.contracts.value.OrderLines;
import dev.backstep.contracts.value.PaymentToken;
import dev.backstep.contracts.value.ShippingAddress;
import dev.backstep.contracts.value.Sku;
import dev.backstep.order.problem.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Checks a body and names everything that is wrong with it at once. Pure. */
final class OrderRules {
  private final List<Violation> violations = new ArrayList<>();

  private OrderRules() {}

  static Reading check(OrderBody body) {
    var rules = new OrderRules();
    var lines = rules.lines(body.items());
    var token = rules.token(body.paymentToken());
    var address = rules.address(body.shippingAddress());
    return lines == null || token == null || address == null || !rules.violations.isEmpty()
        ? new Reading.Invalid(List.copyOf(rules.violations))
        : new Reading.Understood(new OrderRequest(lines, token, address));
  }

  private @Nullable OrderLines lines(@Nullable List<OrderBody.@Nullable Item> items) {
    if (items == null || items.isEmpty() || items.size() > OrderLines.MAX_LINES) {
      return refuse("#/items", "an order has 1 to " + OrderLines.MAX_LINES + " items");
    }
    var lines = new ArrayList<OrderLine>();
    var seen = new HashSet<Sku>();
    for (int i = 0; i < items.size(); i++) {
      var line = line("#/items/" + i, items.get(i), seen);
      if (line != null) {
        lines.add(line);
      }
    }
    return lines.size() == items.size() ? new OrderLines(lines) : null;
  }

  private @Nullable OrderLine line(String at, OrderBody.@Nullable Item item, Set<Sku> seen) {
    if (item == null) {
      return refuse(at, "an item is an object");
    }
    var sku = sku(at + "/sku", item.sku(), seen);
    var quantity = quantity(at + "/quantity", item.quantity());
    return sku == null || quantity == null ? null : new OrderLine(sku, quantity);
  }

  private @Nullable Sku sku(String at, @Nullable String text, Set<Sku> seen) {
    var sku = value(at, text, () -> new Sku(String.valueOf(text)));
    return sku == null || seen.add(sku) ? sku : refuse(at, "this SKU is named twice");
  }

  private @Nullable Integer quantity(String at, @Nullable Long quantity) {
    if (quantity == null || quantity < 1 || quantity > OrderLine.MAX_QUANTITY) {
      return refuse(at, "a quantity is 1 to " + OrderLine.MAX_QUANTITY);
    }
    return quantity.intValue();
  }

  private @Nullable PaymentToken token(@Nullable String text) {
    return value("#/paymentToken", text, () -> new PaymentToken(String.valueOf(text)));
  }

  private @Nullable ShippingAddress address(OrderBody.@Nullable Address address) {
    if (address == null) {
      return refuse("#/shippingAddress", "an order has a shipping address");
    }
    var name = text("name", address.name());
    var street = text("street", address.street());
    var city = text("city", address.city());
    var postalCode = text("postalCode", address.postalCode());
    var country = address.country();
    return name == null || street == null || city == null || postalCode == null
        ? null
        : value(
            "#/shippingAddress/country",
            country,
            () -> new ShippingAddress(name, street, city, postalCode, String.valueOf(country)));
  }

  private @Nullable String text(String field, @Nullable String text) {
    return text == null
            || text.isBlank()
            || text.length() > ShippingAddress.MAX_LENGTH
            || text.codePoints().anyMatch(Character::isISOControl)
        ? refuse(
            "#/shippingAddress/" + field,
            "this is 1 to " + ShippingAddress.MAX_LENGTH + " characters on one line")
        : text;
  }

  private <T> @Nullable T value(String at, @Nullable String text, Supplier<T> parse) {
    if (text == null) {
      return refuse(at, "this field is required");
    }
    try {
      return parse.get();
    } catch (IllegalArgumentException e) {
      return refuse(at, String.valueOf(e.getMessage()));
    }
  }

  private <T> @Nullable T refuse(String pointer, String detail) {
    violations.add(new Violation(pointer, detail));
    return null;
  }
}
