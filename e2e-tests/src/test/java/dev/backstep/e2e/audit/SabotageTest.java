package dev.backstep.e2e.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.backstep.contracts.Topics;
import dev.backstep.e2e.agent.AgentHome;
import dev.backstep.e2e.agent.Sabotage;
import dev.backstep.e2e.agent.TrapPoint;
import dev.backstep.e2e.audit.SabotagedStack.Bought;
import dev.backstep.e2e.shop.Kind;
import dev.backstep.e2e.shop.Pace;
import dev.backstep.e2e.shop.Sale;
import dev.backstep.e2e.torture.Courier;
import dev.backstep.e2e.torture.Groups;
import dev.backstep.gateway.Ledger;
import dev.backstep.stack.layout.Instance;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.token.Role;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Services that are broken on purpose, one guard at a time: each turns the invariant red that it is
 * there to keep.
 */
@Timeout(180)
class SabotageTest {
  private static final Instance ORDERS = Instance.of(Part.ORDER_SERVICE);
  private static final Instance STOCK = Instance.of(Part.INVENTORY_SERVICE);
  private static final Instance MORE_STOCK = new Instance(Part.INVENTORY_SERVICE, 2);
  private static final Instance PAYMENT = Instance.of(Part.PAYMENT_SERVICE);

  private static SabotagedStack shop;
  private static Courier courier;

  private final Set<Instance> broken = new HashSet<>();

  @BeforeAll
  static void openTheShop() throws Exception {
    shop = new SabotagedStack();
    courier = new Courier(shop.stack().kafkaBootstrap());
    new Sale(shop.layout()).stock(100);
  }

  @AfterAll
  static void closeTheShop() {
    courier.close();
    shop.close();
  }

  @AfterEach
  void repair() {
    broken.forEach(shop::repair);
  }

  private AgentHome sabotage(Instance instance, Sabotage sabotage) {
    broken.add(instance);
    return shop.restart(instance, sabotage);
  }

  private static ConditionFactory soon() {
    return await().atMost(Duration.ofSeconds(60));
  }

  /** The claim is broken by something that was not there before. */
  private static void turnsRed(Invariant invariant, Set<String> before, String about) {
    soon()
        .untilAsserted(() ->
            assertThat(newEvidence(invariant, before)).anyMatch(each -> each.contains(about)));
  }

  private static Set<String> newEvidence(Invariant invariant, Set<String> before)
      throws SQLException {
    var fresh = new HashSet<>(shop.evidence(invariant));
    fresh.removeAll(before);
    return fresh;
  }

  @Test
  void aBarrierThatIsOffCostsMoney() throws Exception {
    var before = shop.evidence(new MoneyAddsUp());
    sabotage(PAYMENT, Sabotage.BARRIER_OFF);
    var bought = shop.buy("pm_slow");
    courier.repeat(command(Topics.PAYMENT_COMMANDS, bought, "payment/do"));
    soon().until(() -> state(bought), "COMPENSATED"::equals);
    turnsRed(new MoneyAddsUp(), before, bought.order().toString());
  }

  @Test
  void aBarrierWithoutTombstonesLeavesAStepDone() throws Exception {
    var before = shop.evidence(new UndoneInFull());
    broken.add(STOCK); // whatever fails meanwhile, the next test finds it running
    shop.stack().stop(Part.INVENTORY_SERVICE);
    var bought = shop.buy("pm_ok");
    var late = command(Topics.INVENTORY_COMMANDS, bought, "stock/do");
    callOff(bought);
    skipTo(command(Topics.INVENTORY_COMMANDS, bought, "stock/undo"));
    sabotage(STOCK, Sabotage.TOMBSTONE_OFF);
    soon().until(() -> state(bought), "COMPENSATED"::equals);
    courier.repeat(late);
    turnsRed(new UndoneInFull(), before, bought.saga().toString());
    assertThat(shop.evidence(new NothingAfterItsUndo()))
        .anyMatch(each -> each.contains(bought.saga().toString()));
  }

  @Test
  void anAttemptNumberInTheKeyChargesTwice() throws Exception {
    var before = shop.evidence(new ChargedOnce());
    sabotage(PAYMENT, Sabotage.ATTEMPT_IN_THE_KEY);
    var bought = shop.buy("pm_charged_then_timeout");
    soon()
        .until(() ->
            Ledger.read(shop.stack().gatewayDirectory()).capturesOf(bought.order()).size() > 1);
    turnsRed(new ChargedOnce(), before, bought.order().toString());
  }

  @Test
  void aTimeoutThatIsTakenForAFailureLosesACharge() throws Exception {
    var before = shop.evidence(new MoneyAddsUp());
    sabotage(PAYMENT, Sabotage.TIMEOUT_IS_FAILURE);
    var bought = shop.buy("pm_charged_then_timeout");
    soon().until(() -> state(bought), "COMPENSATED"::equals);
    turnsRed(new MoneyAddsUp(), before, bought.order().toString());
  }

  @Test
  void stockThatIsReadAndThenWrittenDoesNotAddUp() throws Exception {
    var before = shop.evidence(new StockAddsUp());
    sabotage(STOCK, Sabotage.READ_THEN_WRITE_STOCK);
    shop.stack().processes().start(MORE_STOCK);
    sabotage(MORE_STOCK, Sabotage.READ_THEN_WRITE_STOCK);
    try {
      soon().untilAsserted(() -> sellsUntilItDoesNotAddUp(before));
    } finally {
      broken.remove(MORE_STOCK);
      shop.stack().processes().stop(MORE_STOCK);
    }
  }

  /** Two processes must meet at one product, which they do sooner or later. */
  private static void sellsUntilItDoesNotAddUp(Set<String> before) throws Exception {
    var takings =
        new Sale(shop.layout()).sell(Collections.nCopies(60, Kind.OK), new Pace.Queue(30));
    assertThat(takings.purchases()).isNotEmpty();
    assertThat(newEvidence(new StockAddsUp(), before)).anyMatch(each -> each.contains("SHOP-"));
  }

  @Test
  void anOutboxOutsideTheTransactionTellsOfOrdersThatAreNone() throws Exception {
    var before = shop.evidence(new SagasMatchOrders());
    var agent = sabotage(ORDERS, Sabotage.OUTBOX_OUTSIDE);
    agent.setTrap(TrapPoint.AFTER_EFFECT_BEFORE_COMMIT);
    try {
      shop.buy("pm_ok");
    } catch (Exception _) {
      assertThat(agent.hasSprung(TrapPoint.AFTER_EFFECT_BEFORE_COMMIT)).isTrue();
    }
    shop.stack().start(Part.ORDER_SERVICE);
    turnsRed(new SagasMatchOrders(), before, "is about order");
    assertThat(shop.evidence(new TopicsTellTheTruth())).isNotEmpty();
  }

  private static ConsumerRecord<String, byte[]> command(String topic, Bought bought, String step) {
    var id = bought.saga() + "/" + step;
    return soon()
        .until(
            () ->
                courier.read(topic).stream()
                    .filter(each ->
                        new String(each.headers().lastHeader("ce_id").value(), UTF_8).equals(id))
                    .toList(),
            found -> !found.isEmpty())
        .getFirst();
  }

  private static void callOff(Bought bought) {
    var saga =
        shop.as(Role.OPERATOR, Part.SAGA_ORCHESTRATOR).get("/api/sagas/" + bought.saga()).then();
    shop.as(Role.OPERATOR, Part.SAGA_ORCHESTRATOR)
        .body(
            Map.of(
                "action",
                "compensate",
                "expectedVersion",
                saga.statusCode(200).extract().<Integer>path("version"),
                "reason",
                "to see what comes of it"))
        .post("/api/sagas/" + bought.saga() + "/actions")
        .then()
        .statusCode(202);
  }

  private static String state(Bought bought) throws SQLException {
    try (var witnesses = StackWitnesses.of(shop.layout())) {
      return SagaRow.all(witnesses).stream()
          .filter(saga -> saga.id().equals(bought.saga()))
          .map(saga -> saga.state().name())
          .findFirst()
          .orElse("");
    }
  }

  /** The group reads on from there; what lies before is never read. */
  private static void skipTo(ConsumerRecord<String, byte[]> record) {
    try (var groups = new Groups(shop.stack().kafkaBootstrap())) {
      var partition = new TopicPartition(record.topic(), record.partition());
      groups.move("inventory-service", Set.of(partition), _ -> record.offset());
    }
  }
}
