package dev.backstep.e2e.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.backstep.e2e.Order.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.e2e.Backstep;
import dev.backstep.e2e.Product;
import dev.backstep.stack.layout.Part;
import java.util.EnumSet;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

@ExtendWith(Chromium.class)
class ConnectionTest {
  /** HTTP/1.1 gives a browser six lines to one server. */
  private static final int TABS = 9;

  private static final double MOST_MS_TO_FIRST_PAINT = 1_000;

  @RegisterExtension final Visitor viewer = Visitor.viewer();

  private final Product kettle = Product.onSale(24_90, 20);

  @Test
  void nineTabsShowANewSagaAtOnce() {
    var tabs = IntStream.range(0, TABS).mapToObj(i -> viewer.newPage()).toList();
    for (var tab : tabs) {
      tab.navigate("/sagas?sort=newest");
      Visitor.isLive(tab);
    }
    var order = anOrder().of(kettle, 1).place();
    for (var tab : tabs) {
      tab.bringToFront();
      assertThat(tab.locator("a[href='/sagas/%s']".formatted(order.saga()))).isVisible();
    }
  }

  @Test
  void saysThatTheConnectionIsLostAndGoesOnByItselfWhenItIsBack() {
    viewer.tolerate("ERR_");
    viewer.tolerate("Failed to load resource");
    var page = viewer.open("/sagas?sort=newest");
    Backstep.stack().kill(Part.SAGA_ORCHESTRATOR);
    assertThat(page.locator("page-notices")).containsText("Connection lost");
    viewer.picture("connection-lost");
    Backstep.stack().with(EnumSet.of(Part.SAGA_ORCHESTRATOR));
    Visitor.isLive(page);
    assertThat(page.locator("page-notices .banner")).hasCount(0);
    var order = anOrder().of(kettle, 1).place();
    assertThat(page.locator("a[href='/sagas/%s']".formatted(order.saga()))).isVisible();
  }

  @Test
  void standsStillWhilePaused() {
    var page = viewer.open("/sagas?sort=newest");
    viewer.button("Pause updates").click();
    assertThat(page.locator("live-light")).containsText("Paused");
    var order = anOrder().of(kettle, 1).place();
    order.whenFinal();
    var row = page.locator("a[href='/sagas/%s']".formatted(order.saga()));
    assertThat(row).hasCount(0);
    page.locator("#pause").click();
    assertThat(row).isVisible();
  }

  @Test
  void paintsWithinASecond() {
    var best = DoubleStream.generate(this::firstPaint).limit(3).min().orElseThrow();
    assertThat(best).isBetween(1.0, MOST_MS_TO_FIRST_PAINT);
  }

  private double firstPaint() {
    var page = viewer.open("/");
    assertThat(page.locator(".kpis")).isVisible();
    return ((Number)
            page.evaluate(
                "() => performance.getEntriesByName('first-contentful-paint')[0].startTime"))
        .doubleValue();
  }
}
