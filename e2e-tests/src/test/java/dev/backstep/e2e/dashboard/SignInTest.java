package dev.backstep.e2e.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.backstep.e2e.Order.anOrder;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.backstep.e2e.Backstep;
import dev.backstep.e2e.Product;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

@ExtendWith(Chromium.class)
class SignInTest {
  @RegisterExtension final Visitor stranger = Visitor.stranger();
  @RegisterExtension final Visitor viewer = Visitor.viewer();

  @Test
  void leadsOnToTheDeepLinkAfterAWrongAndARightPassword() {
    stranger.tolerate("401");
    var page = stranger.page();
    page.navigate("/sagas?state=STUCK");
    signIn(page, "certainly not");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("wrong");
    signIn(page, Backstep.stack().consolePassword("operator"));
    assertThat(page.locator("main h1")).hasText("Sagas");
    assertThat(page).hasURL(Pattern.compile(".*/sagas\\?state=STUCK"));
    stranger.button("Sign out").click();
    assertThat(stranger.button("Sign in")).isVisible();
  }

  private void signIn(Page page, String password) {
    page.getByLabel("Name").fill("operator");
    page.getByLabel("Password").fill(password);
    stranger.button("Sign in").click();
  }

  @Test
  void tellsAViewerWhyNothingCanBeDone() {
    var order = anOrder().of(Product.onSale(1_00, 3), 1).place();
    order.sagaWhenFinal();
    var page = viewer.open("/sagas/" + order.saga());
    var actions = page.locator(".saga-head .title .end .btn");
    assertThat(actions.first()).isVisible();
    assertThat(actions.and(page.locator("[aria-disabled=false]"))).hasCount(0);
    actions.first().click(new Locator.ClickOptions().setForce(true));
    assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
    assertThat(page.locator("toast-list")).not().isEmpty();
    viewer.page().navigate("/sagas");
    assertThat(page.locator("tbody").getByRole(AriaRole.CHECKBOX, new Locator.GetByRoleOptions()))
        .hasCount(0);
  }
}
