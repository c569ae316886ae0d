package dev.backstep.e2e.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.backstep.e2e.Order.anOrder;

import com.microsoft.playwright.options.ColorScheme;
import dev.backstep.e2e.Placed;
import dev.backstep.e2e.Product;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

@ExtendWith(Chromium.class)
class AppearanceTest {
  @RegisterExtension final Visitor operator = Visitor.operator();
  @RegisterExtension final Visitor stranger = Visitor.stranger();

  @Test
  void everyPageIsReadableInBothThemesAndFitsAnyScreen() {
    pages().forEach((name, address) -> Appearance.isGood(operator, name, address));
  }

  @Test
  void theLoginIsReadableInBothThemes() {
    for (var theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      Appearance.in(theme, stranger);
      stranger.page().navigate("/");
      assertThat(stranger.button("Sign in")).isVisible();
      Appearance.isGood(stranger, "login", theme);
    }
  }

  private static Map<String, String> pages() {
    var refused = refused();
    var pages = new LinkedHashMap<String, String>();
    pages.put("overview", "/");
    pages.put("sagas", "/sagas");
    pages.put("sagas-none", "/sagas?q=no-such-thing");
    pages.put("saga", "/sagas/" + refused.saga());
    pages.put("dead-letters", "/dead-letters");
    pages.put("consistency", "/consistency");
    pages.put("operator-log", "/operator-log");
    return pages;
  }

  /** A saga that went forth and back. */
  private static Placed refused() {
    var order = anOrder().of(Product.onSale(24_90, 5), 2).shippedTo("XX").place();
    order.whenFinal();
    order.sagaWhenFinal();
    return order;
  }
}
