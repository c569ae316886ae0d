package dev.backstep.e2e;

import static dev.backstep.e2e.Order.anOrder;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.backstep.contracts.Topics;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.layout.ProjectRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What operators are told to watch is there to be watched. */
class MetricsTest {
  private static final Pattern METRIC = Pattern.compile("\\bbackstep_[a-z_]+");
  private static final Pattern RULE = Pattern.compile("- alert: (\\w+)");

  @BeforeAll
  static void letEverythingHappenOnce() {
    var kettle = Product.onSale(24_90, 50);
    assertThat(anOrder().of(kettle, 1).place().whenFinal().getString("status"))
        .isEqualTo("CONFIRMED");
    Backstep.viewer(Part.INVENTORY_SERVICE).get("/products").then().statusCode(200);
    try (var postman = new Postman()) {
      postman.send(
          Topics.PAYMENT_COMMANDS,
          UUID.randomUUID().toString(),
          Map.of(),
          "no command".getBytes(UTF_8));
    }
    await()
        .atMost(Backstep.SOON)
        .until(() -> names(Part.PAYMENT_SERVICE).contains("backstep_dead_letters_total"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Part.class,
      names = {"ORDER_SERVICE", "INVENTORY_SERVICE", "PAYMENT_SERVICE", "SAGA_ORCHESTRATOR"})
  void eachServiceTellsHowItsMessagesGo(Part service) {
    assertThat(names(service))
        .contains(
            "backstep_outbox_pending",
            "backstep_outbox_oldest_seconds",
            "backstep_outbox_publish_lag_seconds_bucket",
            "backstep_intake_poll_seconds_count",
            "backstep_barrier_duplicates_total",
            "backstep_barrier_tombstones_total",
            "backstep_optimistic_conflicts_total");
  }

  @Test
  void theOrchestratorTellsWhatNeedsALook() {
    assertThat(names(Part.SAGA_ORCHESTRATOR))
        .contains("backstep_saga_stuck", "backstep_saga_retrying", "backstep_dead_letters_open");
  }

  @Test
  void theOrderServiceTellsWhatItTakesAndWhatItDoesNot() {
    assertThat(names(Part.ORDER_SERVICE))
        .contains(
            "backstep_idempotency_hits_total",
            "backstep_orders_placed_total",
            "backstep_orders_turned_away_total",
            "backstep_orders_not_known_total",
            "backstep_orders_under_way");
  }

  @Test
  void aPathThatIsRefusedAtTheDoorMakesNoTimeSeries() {
    var path = "/orders/" + UUID.randomUUID();
    Backstep.nobody(Part.ORDER_SERVICE).body("x".repeat(100_000)).post(path).then().statusCode(413);
    var page = Backstep.nobody(Part.ORDER_SERVICE).get("/q/metrics").then().extract().asString();
    assertThat(page).contains("status=\"413\"").doesNotContain(path);
  }

  @Test
  void everyMetricOfAnAlertExists() throws IOException {
    var asked = found(METRIC, rules());
    assertThat(asked).hasSizeGreaterThan(10);
    assertThat(all()).containsAll(asked);
  }

  @Test
  void everyMetricOfTheDashboardExists() throws IOException {
    var asked = found(METRIC, read("deploy/observability/grafana/dashboards/backstep.json"));
    assertThat(asked).hasSizeGreaterThan(10);
    assertThat(all()).containsAll(asked);
  }

  @Test
  void everyAlertSaysWhatToDo() throws IOException {
    var guide = read("docs/operations.md");
    assertThat(found(RULE, rules()))
        .isNotEmpty()
        .allSatisfy(
            rule -> assertThat(guide).contains("`" + rule.substring("- alert: ".length()) + "`"));
  }

  private static String rules() throws IOException {
    return read("deploy/alerts.yml");
  }

  private static String read(String file) throws IOException {
    return Files.readString(ProjectRoot.find().path().resolve(file));
  }

  private static Set<String> all() {
    var there = new TreeSet<String>();
    Part.services().forEach(service -> there.addAll(names(service)));
    return there;
  }

  private static Set<String> names(Part service) {
    return found(
        METRIC,
        Backstep.nobody(service).get("/q/metrics").then().statusCode(200).extract().asString());
  }

  private static Set<String> found(Pattern pattern, String text) {
    var found = new TreeSet<String>();
    pattern.matcher(text).results().map(MatchResult::group).forEach(found::add);
    return found;
  }
}
