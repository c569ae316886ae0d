package dev.backstep.e2e.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.backstep.e2e.Order.anOrder;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Route;
import dev.backstep.e2e.Backstep;
import dev.backstep.e2e.Product;
import dev.backstep.stack.layout.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the console shows when there is very much, nothing, or an error where data should be. */
@ExtendWith(Chromium.class)
class FacesTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int PAGE = 100;
  private static final int ATTEMPTS = 500;

  @RegisterExtension final Visitor viewer = Visitor.viewer();

  @Test
  void showsBothEndsOfFiveHundredAttemptsAndTheRestOnDemand() {
    var order = anOrder().of(Product.onSale(1_00, 3), 1).place();
    order.sagaWhenFinal();
    var one = JSON.createObjectNode();
    change(
        "**/api/sagas/" + order.saga(),
        saga -> {
          var timeline = (ObjectNode) saga.get("timeline");
          one.setAll(attempt(timeline));
          bothEnds(timeline, one);
        });
    change("**/timeline?*", page -> repeat(page, one, 1 + PAGE));
    var page = viewer.open("/sagas/" + order.saga());
    var rows = page.locator("attempt-list tbody tr.row");
    assertThat(rows).hasCount(2 * PAGE);
    assertThat(rows.last()).containsText("attempt " + ATTEMPTS);
    fits();
    viewer.button("Show 100 of 300 log entries in between").click();
    assertThat(rows).hasCount(3 * PAGE);
    assertThat(viewer.button("Show 100 of 200 log entries in between")).isVisible();
    viewer.picture("saga-500-attempts");
  }

  private static ObjectNode attempt(ObjectNode timeline) {
    for (var item : timeline.get("first").get("items")) {
      if ("attempt".equals(item.get("kind").asText())) {
        return item.deepCopy();
      }
    }
    throw new AssertionError("the saga has no attempt");
  }

  private static void bothEnds(ObjectNode timeline, ObjectNode one) {
    repeat((ObjectNode) timeline.get("first"), one, 1);
    repeat(timeline.putObject("last"), one, 1 + ATTEMPTS - PAGE);
    timeline.put("omitted", ATTEMPTS - 2 * PAGE);
  }

  /** A page of nothing but that attempt, from that number. */
  private static void repeat(ObjectNode page, ObjectNode one, int from) {
    var items = page.putArray("items");
    for (int i = from; i < from + PAGE; i++) {
      items.add(one.deepCopy().put("seq", i).put("attempt", i));
    }
    page.put("from", from).put("to", from + PAGE - 1).put("size", ATTEMPTS);
  }

  @Test
  void saysWhatWillBeHereWhereThereIsNothingYet() {
    change("**/api/sagas?*", list -> list.putArray("sagas"));
    change("**/api/dead-letters/groups", groups -> groups.putArray("groups"));
    change("**/api/operator-log*", log -> log.putArray("entries"));
    assertThat(viewer.open("/sagas").locator("main .empty")).containsText("No sagas yet");
    assertThat(viewer.open("/dead-letters").locator("main .empty"))
        .containsText("No dead letters wait");
    assertThat(viewer.open("/operator-log").locator("main .empty"))
        .containsText("No operator has done anything yet");
  }

  @Test
  void saysWhichPartFailsKeepsTheRestAndRecoversByItself() {
    viewer.tolerate("503");
    var page = viewer.page();
    page.route(
        "**/api/consistency*",
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setStatus(503)
                    .setContentType("application/problem+json")
                    .setBody(
                        "{\"title\":\"The database is away\",\"detail\":\"Try again in a moment.\"}")));
    viewer.open("/consistency");
    assertThat(page.locator("main .empty").first()).containsText("The database is away");
    viewer.picture("failing-endpoint");
    page.unroute("**/api/consistency*");
    assertThat(page.locator("main .empty")).hasCount(0);
    assertThat(page.locator("main table").first()).isVisible();
  }

  @Test
  void worksWhileKafkaIsDown() {
    var order = anOrder().of(Product.onSale(1_00, 3), 1).place();
    order.sagaWhenFinal();
    Backstep.stack().kill(Part.KAFKA);
    try {
      var page = viewer.open("/sagas?q=" + order.saga());
      assertThat(page.locator("tbody tr")).hasCount(1);
      viewer.open("/sagas/" + order.saga());
      assertThat(page.locator("attempt-list tbody tr.row").first()).isVisible();
      viewer.open("/");
      assertThat(page.locator(".kpis")).isVisible();
    } finally {
      Backstep.stack().with(EnumSet.of(Part.KAFKA));
    }
  }

  /** What the server really says, with a change. */
  private void change(String url, Consumer<ObjectNode> change) {
    viewer
        .page()
        .route(
            url,
            route -> {
              var real = route.fetch();
              try {
                var body = (ObjectNode) JSON.readTree(real.body());
                change.accept(body);
                route.fulfill(
                    new Route.FulfillOptions()
                        .setResponse(real)
                        .setBodyBytes(JSON.writeValueAsBytes(body)));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  private void fits() {
    for (int width : List.of(Visitor.NARROW, Visitor.WIDE, Visitor.HUGE)) {
      viewer.fits(width);
    }
  }
}
