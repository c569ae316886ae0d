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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Checks a body and names everything that is wrong with it at once. Pure. */
final class OrderRules {
  private final List<Violation> violations = new ArrayList<>();

  private OrderRules() {}

  static Reading check(OrderBody body) {
    var rules = new OrderRules();
    var lines = rules.lines(body.items());
    var token = rules.value("#/paymentToken", body.paymentToken(), PaymentToken::new);
    var address = rules.address(body.shippingAddress());
    return lines == null || token == null || address == null || !rules.violations.isEmpty()
        ? new Reading.Invalid(List.copyOf(rules.violations))
        : new Reading.Understood(new OrderRequest(lines, token, address));
  }

  private @Nullable OrderLines lines(@Nullable List<OrderBody.@Nullable Item> items) {
    if (items == null || items.isEmpty() || items.size() > OrderLines.MAX_LINES) {
      refuse("#/items", "an order has 1 to " + OrderLines.MAX_LINES + " items");
      return null;
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
      refuse(at, "an item is an object");
      return null;
    }
    var sku = value(at + "/sku", item.sku(), Sku::new);
    if (sku != null && !seen.add(sku)) {
      refuse(at + "/sku", "this SKU is named twice");
      return null;
    }
    var quantity = item.quantity();
    if (quantity == null || quantity < 1 || quantity > OrderLine.MAX_QUANTITY) {
      refuse(at + "/quantity", "a quantity is 1 to " + OrderLine.MAX_QUANTITY);
      return null;
    }
    return sku == null ? null : new OrderLine(sku, quantity.intValue());
  }

  private @Nullable ShippingAddress address(OrderBody.@Nullable Address address) {
    if (address == null) {
      refuse("#/shippingAddress", "an order has a shipping address");
      return null;
    }
    var name = text("name", address.name());
    var street = text("street", address.street());
    var city = text("city", address.city());
    var postalCode = text("postalCode", address.postalCode());
    return name == null || street == null || city == null || postalCode == null
        ? null
        : value(
            "#/shippingAddress/country",
            address.country(),
            country -> new ShippingAddress(name, street, city, postalCode, country));
  }

  private @Nullable String text(String field, @Nullable String text) {
    if (text == null || text.isBlank() || !fitsOnOneLine(text)) {
      refuse(
          "#/shippingAddress/" + field,
          "this is 1 to " + ShippingAddress.MAX_LENGTH + " characters on one line");
      return null;
    }
    return text;
  }

  private static boolean fitsOnOneLine(String text) {
    return text.length() <= ShippingAddress.MAX_LENGTH
        && text.codePoints().noneMatch(Character::isISOControl);
  }

  private <T> @Nullable T value(String at, @Nullable String text, Function<String, T> parse) {
    if (text == null) {
      refuse(at, "this field is required");
      return null;
    }
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException e) {
      refuse(at, String.valueOf(e.getMessage()));
      return null;
    }
  }

  private void refuse(String pointer, String detail) {
    violations.add(new Violation(pointer, detail));
  }
}
