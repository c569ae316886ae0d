package dev.backstep.e2e.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;

/** How a page looks: to everybody, in both themes, on screens of any size. */
final class Appearance {
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
  private static final int HEIGHT = 900;

  private Appearance() {}

  /** Opens that page in both themes, checks it, and leaves pictures of it. */
  static void isGood(Visitor visitor, String name, String address) {
    for (var theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      in(theme, visitor);
      drawn(visitor.open(address));
      isGood(visitor, name, theme);
    }
    in(ColorScheme.LIGHT, visitor);
  }

  /** The screen that people sit at. */
  static void in(ColorScheme theme, Visitor visitor) {
    visitor.theme(theme);
    visitor.page().setViewportSize(Visitor.WIDE, HEIGHT);
  }

  private static void drawn(Page page) {
    assertThat(page.locator("main h1").first()).isAttached();
    assertThat(page.locator("main .bones")).hasCount(0);
    assertThat(page.locator("main")).not().containsText("asked for the first time");
  }

  /** The page as it is, in that theme. */
  static void isGood(Visitor visitor, String name, ColorScheme theme) {
    var found = new AxeBuilder(visitor.page()).withTags(RULES).analyze().getViolations();
    assertThat(found)
        .as(name)
        .extracting(each -> each.getId() + " " + each.getNodes().getFirst().getHtml())
        .isEmpty();
    for (int width : List.of(Visitor.HUGE, Visitor.WIDE, Visitor.NARROW)) {
      visitor.fits(width);
      visitor.picture("%s-%s-%d".formatted(name, theme.name().toLowerCase(Locale.ROOT), width));
    }
  }
}
