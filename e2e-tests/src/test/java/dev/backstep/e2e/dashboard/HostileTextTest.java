package dev.backstep.e2e.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.backstep.e2e.Order.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.backstep.e2e.Backstep;
import dev.backstep.e2e.Placed;
import dev.backstep.e2e.Product;
import dev.backstep.stack.layout.Databases;
import dev.backstep.stack.layout.Part;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

@ExtendWith(Chromium.class)
class HostileTextTest {
  private static final String MARKUP = "<img src=x onerror=\"document.title='taken'\">";
  private static final int LONG = 10_000;

  @RegisterExtension final Visitor viewer = Visitor.viewer();

  @Test
  void showsMarkupAndLongWordsAsText() throws SQLException {
    var order = anOrder().of(Product.onSale(1_00, 3), 1).by("بائع-" + MARKUP).place();
    order.sagaWhenFinal();
    reasonBecomes(order, MARKUP + "x".repeat(LONG));
    var page = viewer.open("/sagas/" + order.saga());
    assertThat(page.locator(".meta")).containsText(MARKUP);
    page.getByText("The reason in full").click();
    assertThat(page.locator("details")).containsText("x".repeat(LONG));
    assertThat(page.locator("main img")).hasCount(0);
    assertThat(page.title()).startsWith("Saga");
    fits(page, Visitor.WIDE);
    viewer.picture("hostile-text");
    fits(page, Visitor.NARROW);
    page.navigate("/sagas?q=" + order.saga());
    assertThat(page.locator("tbody tr")).hasCount(1);
    fits(page, Visitor.NARROW);
  }

  private static void reasonBecomes(Placed order, String reason) throws SQLException {
    try (var connection = Backstep.stack().superuser(Databases.of(Part.SAGA_ORCHESTRATOR));
        var update = connection.prepareStatement("UPDATE saga SET reason = ? WHERE id = ?")) {
      update.setString(1, reason);
      update.setObject(2, order.saga());
      assertThat(update.executeUpdate()).isOne();
    }
  }

  private static void fits(Page page, int width) {
    page.setViewportSize(width, 900);
    var root = "document.documentElement";
    assertThat(page.evaluate("() => %s.scrollWidth - %s.clientWidth".formatted(root, root)))
        .isEqualTo(0);
  }
}
