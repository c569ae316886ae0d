package dev.backstep.e2e.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.backstep.e2e.Order.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.backstep.e2e.Placed;
import dev.backstep.e2e.Product;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

@ExtendWith(Chromium.class)
class AppearanceTest {
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
  private static final int HEIGHT = 900;

  @RegisterExtension final Visitor operator = Visitor.operator();
  @RegisterExtension final Visitor stranger = Visitor.stranger();

  @Test
  void everyPageIsReadableInBothThemesAndFitsAnyScreen() {
    for (var page : pages().entrySet()) {
      for (var theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        operator.theme(theme);
        operator.page().setViewportSize(Visitor.WIDE, HEIGHT);
        drawn(operator.open(page.getValue()));
        isAccessible(operator.page(), page.getKey());
        look(operator, page.getKey(), theme);
      }
    }
  }

  @Test
  void theLoginIsReadableInBothThemes() {
    for (var theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      stranger.theme(theme);
      stranger.page().setViewportSize(Visitor.WIDE, HEIGHT);
      stranger.page().navigate("/");
      assertThat(stranger.button("Sign in")).isVisible();
      isAccessible(stranger.page(), "login");
      look(stranger, "login", theme);
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

  private static void drawn(Page page) {
    assertThat(page.locator("main h1").first()).isAttached();
    assertThat(page.locator("main .bones")).hasCount(0);
  }

  private static void isAccessible(Page page, String name) {
    var found = new AxeBuilder(page).withTags(RULES).analyze().getViolations();
    assertThat(found)
        .as(name)
        .extracting(each -> each.getId() + " " + each.getNodes().getFirst().getHtml())
        .isEmpty();
  }

  private static void look(Visitor visitor, String name, ColorScheme theme) {
    for (int width : List.of(Visitor.HUGE, Visitor.WIDE, Visitor.NARROW)) {
      visitor.fits(width);
      visitor.picture("%s-%s-%d".formatted(name, theme.name().toLowerCase(Locale.ROOT), width));
    }
  }
}
