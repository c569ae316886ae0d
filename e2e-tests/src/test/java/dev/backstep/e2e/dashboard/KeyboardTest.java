package dev.backstep.e2e.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.backstep.e2e.Order.anOrder;

import com.microsoft.playwright.options.AriaRole;
import dev.backstep.e2e.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

@ExtendWith(Chromium.class)
class KeyboardTest {
  @RegisterExtension final Visitor operator = Visitor.operator();

  @Test
  void findsAndOpensASagaWithoutAMouse() {
    var order = anOrder().of(Product.onSale(1_00, 3), 1).place();
    order.sagaWhenFinal();
    var page = operator.open("/");
    page.keyboard().press("/");
    assertThat(page.locator("#search")).isFocused();
    page.keyboard().type(order.id().toString());
    page.keyboard().press("Enter");
    var row = page.locator("a[href='/sagas/%s']".formatted(order.saga()));
    assertThat(row).isVisible();
    assertThat(page.locator("tbody tr")).hasCount(1);
    page.keyboard().press("j");
    assertThat(row).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.locator(".title .pill")).hasText("Completed");
  }

  @Test
  void listsItsKeysAndLetsThemBeTurnedOff() {
    var page = operator.open("/");
    page.keyboard().press("?");
    var help = page.getByRole(AriaRole.DIALOG);
    assertThat(help).isVisible();
    help.getByRole(AriaRole.CHECKBOX).uncheck();
    page.keyboard().press("Escape");
    assertThat(help).not().isVisible();
    page.keyboard().press("/");
    assertThat(page.locator("#search")).not().isFocused();
  }
}
