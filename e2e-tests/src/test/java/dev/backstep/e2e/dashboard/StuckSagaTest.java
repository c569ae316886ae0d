package dev.backstep.e2e.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.backstep.e2e.Order.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.backstep.e2e.Audited;
import dev.backstep.e2e.Backstep;
import dev.backstep.e2e.Placed;
import dev.backstep.e2e.Product;
import dev.backstep.stack.layout.Part;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

@Audited
@ExtendWith({Chromium.class, Impatient.class})
class StuckSagaTest {
  @RegisterExtension final Visitor operator = Visitor.operator();

  private final Product kettle = Product.onSale(24_90, 20);

  @Test
  void findsWhyASagaIsStuckRetriesItAndSeesItEndWithoutReloading() {
    try (var outage = Outage.begin()) {
      var order = outage.strand(anOrder().of(kettle, 2));
      outage.untilStuck();
      outage.hold();
      var page = operator.open("/");
      page.evaluate("() => { window.sameDocument = true }");
      assertThat(page.locator(".attention li.bad")).not().hasCount(0);
      reviewFromTheOverview(page, order);
      assertThat(page.locator(".telling h2"))
          .containsText(Pattern.compile("payment|refund", Pattern.CASE_INSENSITIVE));
      assertThat(page.locator(".ledger")).containsText(kettle.sku());
      outage.end();
      act(page, "Retry", "The gateway is back");
      assertThat(page.locator(".banner.run")).containsText("accepted");
      outage.letGo();
      assertThat(page.locator(".title .pill")).hasText("Compensated");
      assertThat(page.locator("toast-list")).containsText("worked");
      assertThat(page.evaluate("() => window.sameDocument")).isEqualTo(true);
      operator.picture("saga-compensated");
    }
  }

  private static void reviewFromTheOverview(Page page, Placed order) {
    var group =
        page.locator(".attention li.bad").filter(new Locator.FilterOptions().setHasText("saga"));
    group
        .first()
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Review"))
        .click();
    assertThat(page.locator("main h1")).hasText("Sagas");
    page.locator("a[href='/sagas/%s']".formatted(order.saga())).click();
    assertThat(page.locator(".title .pill")).hasText("Stuck");
  }

  private static void act(Page page, String label, String reason) {
    page.locator(".saga-head .btn")
        .filter(new Locator.FilterOptions().setHasText(label))
        .first()
        .click();
    page.getByLabel("Reason", new Page.GetByLabelOptions().setExact(true)).fill(reason);
    page.locator("dialog footer .btn").last().click();
  }

  @Test
  void retriesManyAfterAPreview() {
    try (var outage = Outage.begin()) {
      var orders =
          List.of(
              outage.strand(anOrder().of(kettle, 1)),
              outage.strand(anOrder().of(kettle, 1)),
              outage.strand(anOrder().of(kettle, 1)));
      outage.untilStuck();
      Appearance.isGood(operator, "overview-stuck", "/");
      Appearance.isGood(operator, "saga-stuck", "/sagas/" + orders.getFirst().saga());
      outage.end();
      var page = operator.open("/sagas?state=STUCK");
      orders.forEach(order -> row(page, order).getByRole(AriaRole.CHECKBOX).check());
      operator.button("Retry selected, preview first").click();
      var dialog = page.getByRole(AriaRole.DIALOG);
      assertThat(dialog).containsText("3 will be retried");
      operator.picture("bulk-preview");
      page.getByLabel("Reason", new Page.GetByLabelOptions().setExact(true))
          .fill("The gateway is back");
      operator.button("Retry 3 sagas").click();
      assertThat(page.locator("toast-list")).containsText("accepted for 3 sagas");
      for (var order : orders) {
        assertThat(row(page, order).locator(".c-state")).hasText("Compensated");
      }
    }
  }

  private static Locator row(Page page, Placed order) {
    return page.locator("tr")
        .filter(
            new Locator.FilterOptions()
                .setHas(page.locator("a[href='/sagas/%s']".formatted(order.saga()))));
  }

  @Test
  void saysInWordsThatTheSagaHasMovedMeanwhile() {
    operator.tolerate("409");
    try (var outage = Outage.begin()) {
      var order = outage.strand(anOrder().of(kettle, 1));
      outage.untilStuck();
      outage.hold();
      outage.end();
      var page = operator.open("/sagas/" + order.saga());
      page.locator(".saga-head .btn")
          .filter(new Locator.FilterOptions().setHasText("Retry"))
          .first()
          .click();
      page.getByLabel("Reason", new Page.GetByLabelOptions().setExact(true))
          .fill("The gateway is back");
      somebodyElseRetries(order);
      page.locator("dialog footer .btn").last().click();
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("409");
      operator.picture("saga-moved");
      operator.button("Show it as it is now").click();
      assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
      outage.letGo();
      assertThat(page.locator(".title .pill")).hasText("Compensated");
    }
  }

  private static void somebodyElseRetries(Placed order) {
    var api = Backstep.operator(Part.SAGA_ORCHESTRATOR).contentType("application/json");
    long version =
        Backstep.operator(Part.SAGA_ORCHESTRATOR)
            .get("/api/sagas/" + order.saga())
            .then()
            .extract()
            .jsonPath()
            .getLong("version");
    api.body(Map.of("action", "retry", "expectedVersion", version, "reason", "Somebody else"))
        .post("/api/sagas/" + order.saga() + "/actions")
        .then()
        .statusCode(202);
  }
}
