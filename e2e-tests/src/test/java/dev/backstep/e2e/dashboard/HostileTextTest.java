package dev.backstep.e2e.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.backstep.e2e.Order.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

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
    var order = anOrder().of(Product.onSale(1_00, 3), 1).place();
    order.sagaWhenFinal();
    becomes(order, "بائع-" + MARKUP, MARKUP + "x".repeat(LONG));
    var page = viewer.open("/sagas/" + order.saga());
    assertThat(page.locator(".meta")).containsText(MARKUP);
    page.getByText("The reason in full").click();
    assertThat(page.locator("details")).containsText("x".repeat(LONG));
    assertThat(page.locator("main img")).hasCount(0);
    assertThat(page.title()).startsWith("Saga");
    viewer.fits(Visitor.WIDE);
    viewer.picture("hostile-text");
    viewer.fits(Visitor.NARROW);
    page.navigate("/sagas?q=" + order.saga());
    assertThat(page.locator("tbody tr")).hasCount(1);
    viewer.fits(Visitor.NARROW);
    comesBack(order);
  }

  private static void becomes(Placed order, String customer, String reason) throws SQLException {
    change(
        """
        UPDATE saga SET customer = ?, state = 'RESOLVED',
          run = jsonb_set(run, '{phase}', jsonb_build_object('phase', 'resolved', 'reason', ?::text))
        WHERE id = ?
        """,
        customer,
        reason,
        order.saga());
  }

  /** The audit of other tests finds the saga as it was. */
  private static void comesBack(Placed order) throws SQLException {
    change(
        """
        UPDATE saga SET customer = ?, state = 'COMPLETED', run = jsonb_set(run, '{phase}', '{"phase":"completed"}') WHERE id = ?
        """,
        order.customer(),
        order.saga());
  }

  private static void change(String sql, Object... values) throws SQLException {
    try (var connection = Backstep.stack().superuser(Databases.of(Part.SAGA_ORCHESTRATOR));
        var update = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        update.setObject(i + 1, values[i]);
      }
      assertThat(update.executeUpdate()).isOne();
    }
  }
}
