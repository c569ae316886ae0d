package dev.backstep.e2e.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.contracts.Topics;
import dev.backstep.e2e.audit.History.Answer;
import dev.backstep.e2e.audit.History.Request;
import dev.backstep.e2e.shop.Mix;
import dev.backstep.e2e.shop.Pace;
import dev.backstep.e2e.shop.Sale;
import dev.backstep.gateway.LedgerEntry;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.testing.TestStack;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every invariant turns red when what it claims is not so, and only then. */
class AuditorTest {
  private static final String CONFIRMED =
      "(SELECT id FROM orders WHERE status = 'CONFIRMED' LIMIT 1)";
  private static final TestStack STACK = TestStack.shared(Part.usual());

  private final DamagedWitnesses witnesses = new DamagedWitnesses(STACK);

  @BeforeAll
  static void sellSomething() throws Exception {
    var layout = STACK.processes().layout();
    var sale = new Sale(layout);
    sale.stock(20);
    var mix = Mix.parse("declined=20,unserviceable=30");
    sale.sell(mix.deal(20, new Random(3)), new Pace.Queue(10));
    assertThat(Rest.await(layout, Duration.ofMinutes(2))).isEmpty();
  }

  @AfterEach
  void undoTheDamage() throws SQLException {
    witnesses.close();
  }

  private void turnsRed(Class<? extends Invariant> invariant, Strength... strengths)
      throws Exception {
    var claim = invariant.getDeclaredConstructor().newInstance().claim();
    for (var strength : strengths) {
      assertThat(new Audit(witnesses).judge(strength).broken()).contains(claim);
    }
  }

  @Test
  void findsNothingWhereNothingIsBroken() throws SQLException {
    for (var strength : Strength.values()) {
      var report = new Audit(witnesses).judge(strength);
      assertThat(report.isClean()).as(report.table()).isTrue();
    }
  }

  @Test
  void seesAChargeThatVanished() throws Exception {
    witnesses.forge(
        entries -> entries.stream().filter(LedgerEntry.Declined.class::isInstance).toList());
    turnsRed(MoneyAddsUp.class, Strength.RUNNING, Strength.AT_REST);
    turnsRed(ChargedBeforeConfirmed.class, Strength.RUNNING, Strength.AT_REST);
  }

  @Test
  void seesARefundThatWasForgotten() throws Exception {
    witnesses.forge(entries ->
        entries.stream().filter(entry -> !(entry instanceof LedgerEntry.Refunded)).toList());
    turnsRed(MoneyAddsUp.class, Strength.AT_REST);
  }

  @Test
  void seesASecondCharge() throws Exception {
    witnesses.forge(entries -> {
      entries.addAll(entries.stream().filter(LedgerEntry.Captured.class::isInstance).toList());
      return entries;
    });
    turnsRed(ChargedOnce.class, Strength.RUNNING, Strength.AT_REST);
    turnsRed(MoneyAddsUp.class, Strength.RUNNING, Strength.AT_REST);
  }

  @Test
  void seesAnOrderThatIsConfirmedWithoutBeingPaid() throws Exception {
    witnesses.damage(
        Part.ORDER_SERVICE,
        """
        UPDATE orders SET status = 'CONFIRMED', reason_code = NULL, reason_detail = NULL
         WHERE reason_code = 'PAYMENT_DECLINED'
        """);
    turnsRed(ChargedBeforeConfirmed.class, Strength.RUNNING, Strength.AT_REST);
    turnsRed(MoneyAddsUp.class, Strength.RUNNING, Strength.AT_REST);
    turnsRed(ShipmentsMatchOrders.class, Strength.RUNNING, Strength.AT_REST);
    turnsRed(SagasMatchOrders.class, Strength.RUNNING, Strength.AT_REST);
    turnsRed(HistoriesFollowTheGraph.class, Strength.RUNNING, Strength.AT_REST);
  }

  /** The clock of one process may be hours behind; that of another is not at the same time. */
  @Test
  void seesAnOrderThatIsConfirmedBeforeItIsPaidUnlessOneClockIsWrong() throws Exception {
    witnesses.damage(
        Part.ORDER_SERVICE, "UPDATE orders SET changed_at = created_at WHERE id = " + CONFIRMED);
    assertThat(new Audit(witnesses).judge(Strength.AT_REST).broken())
        .doesNotContain(new ChargedBeforeConfirmed().claim());
    witnesses.damage(Part.SAGA_ORCHESTRATOR, "UPDATE saga_log SET at = at - interval '1 hour'");
    turnsRed(ChargedBeforeConfirmed.class, Strength.RUNNING, Strength.AT_REST);
  }

  @Test
  void seesAUnitThatAppearedFromNowhere() throws Exception {
    witnesses.damage(
        Part.INVENTORY_SERVICE,
        "UPDATE stock SET available = available + 1, received = received + 1 WHERE sku = 'SHOP-01'");
    turnsRed(StockAddsUp.class, Strength.RUNNING, Strength.AT_REST);
  }

  @Test
  void seesAReservationThatNobodySettles() throws Exception {
    witnesses.damage(
        Part.INVENTORY_SERVICE,
        "INSERT INTO reservation VALUES (gen_random_uuid(), 'SHOP-01', 1, 'reserved')",
        """
        UPDATE stock SET available = available - 1, reserved = reserved + 1 WHERE sku = 'SHOP-01'
        """);
    turnsRed(NothingReserved.class, Strength.AT_REST);
    assertThat(new Audit(witnesses).judge(Strength.RUNNING).isClean()).isTrue();
  }

  @Test
  void seesThatShoppersAreShownAnOldStock() throws Exception {
    witnesses.show(_ -> Map.of("SHOP-01", new Shown(1, 1_000_000)));
    turnsRed(StockIsShownAsItIs.class, Strength.AT_REST);
  }

  @Test
  void doesNotMindWhatTheViewHasForgotten() throws SQLException {
    witnesses.show(_ -> Map.of());
    var report = new Audit(witnesses).judge(Strength.AT_REST);
    assertThat(report.isClean()).as(report.table()).isTrue();
  }

  @Test
  void seesGoodsThatWereSoldToNobody() throws Exception {
    witnesses.damage(
        Part.INVENTORY_SERVICE,
        "INSERT INTO reservation VALUES (gen_random_uuid(), 'SHOP-01', 1, 'sold')");
    turnsRed(SoldIsConfirmed.class, Strength.RUNNING, Strength.AT_REST);
  }

  @Test
  void seesAConfirmedOrderWhoseGoodsAreNotSold() throws Exception {
    witnesses.damage(Part.INVENTORY_SERVICE, "DELETE FROM reservation WHERE state = 'sold'");
    turnsRed(SoldIsConfirmed.class, Strength.AT_REST);
  }

  @Test
  void seesAParcelThatIsMissingAndOneTooMany() throws Exception {
    witnesses.damage(Part.ORDER_SERVICE, "DELETE FROM shipment WHERE order_id = " + CONFIRMED);
    turnsRed(ShipmentsMatchOrders.class, Strength.RUNNING, Strength.AT_REST);
  }

  @Test
  void seesAGapInAHistory() throws Exception {
    witnesses.damage(
        Part.ORDER_SERVICE,
        "DELETE FROM order_history WHERE version = 1 AND order_id = " + CONFIRMED);
    turnsRed(HistoriesFollowTheGraph.class, Strength.RUNNING, Strength.AT_REST);
  }

  @Test
  void seesAFinalOrderThatBecameSomethingElse() throws Exception {
    witnesses.damage(
        Part.ORDER_SERVICE,
        "INSERT INTO order_history SELECT id, 3, 'CANCELLED', now() FROM orders WHERE id = "
            + CONFIRMED);
    turnsRed(HistoriesFollowTheGraph.class, Strength.RUNNING, Strength.AT_REST);
  }

  @Test
  void seesAnOrderWithoutASaga() throws Exception {
    witnesses.damage(
        Part.SAGA_ORCHESTRATOR, "DELETE FROM saga WHERE id = (SELECT id FROM saga LIMIT 1)");
    turnsRed(SagasMatchOrders.class, Strength.AT_REST);
  }

  @Test
  void seesASagaWithoutItsOrder() throws Exception {
    witnesses.damage(
        Part.SAGA_ORCHESTRATOR,
        "UPDATE saga SET business_key = gen_random_uuid() WHERE id = (SELECT id FROM saga LIMIT 1)");
    turnsRed(SagasMatchOrders.class, Strength.RUNNING, Strength.AT_REST);
  }

  @Test
  void seesASagaThatNobodyDrives() throws Exception {
    witnesses.damage(
        Part.SAGA_ORCHESTRATOR,
        """
        UPDATE saga SET state = 'RUNNING', due_at = now() - interval '5 minutes'
         WHERE id = (SELECT id FROM saga WHERE state = 'COMPLETED' LIMIT 1)
        """);
    turnsRed(NoSagaOverdue.class, Strength.RUNNING, Strength.AT_REST);
  }

  @Test
  void seesAHoleInTheLogOfASaga() throws Exception {
    witnesses.damage(
        Part.SAGA_ORCHESTRATOR,
        "DELETE FROM saga_log WHERE seq = 2 AND saga_id = (SELECT id FROM saga LIMIT 1)");
    turnsRed(SagaLogsAreWhole.class, Strength.RUNNING, Strength.AT_REST);
  }

  @Test
  void seesAMessageThatWasNeverPublished() throws Exception {
    witnesses.damage(
        Part.PAYMENT_SERVICE,
        """
        INSERT INTO outbox (shard, id, topic, message_key, message_id, type, subject, body)
        VALUES (0, nextval('outbox_0'), 'saga.replies', 'k', 'i', 't', 's', '{}')
        """);
    turnsRed(OutboxesEmpty.class, Strength.AT_REST);
  }

  @Test
  void seesACommandThatWasNeverAnswered() throws Exception {
    witnesses.damage(
        Part.PAYMENT_SERVICE,
        "INSERT INTO barrier (saga_id, step, state) VALUES (gen_random_uuid(), 'payment', 'doing')");
    turnsRed(NothingHalfDone.class, Strength.AT_REST);
  }

  @Test
  void seesABookkeeperWhoDisagreesWithTheGateway() throws Exception {
    witnesses.damage(
        Part.PAYMENT_SERVICE,
        """
        UPDATE payment SET amount = amount + 1, captured = captured + 1
         WHERE order_id = (SELECT order_id FROM payment WHERE state = 'captured' LIMIT 1)
        """);
    turnsRed(PaymentsMatchLedger.class, Strength.RUNNING, Strength.AT_REST);
  }

  @Test
  void seesAnOrderThatWasPromisedAndLost() throws SQLException {
    var lost = UUID.randomUUID();
    breaksThePromise(new Answer.Promised(lost), "nobody", lost.toString());
  }

  @Test
  void seesAnOrderThatWasPromisedUnderAnotherKey() throws SQLException {
    breaksThePromise(new Answer.Promised(anyOrder()), "nobody", "its key stands for null");
  }

  @Test
  void seesAnOrderThatWasRefusedAndExists() throws SQLException {
    breaksThePromise(new Answer.Refused(), anyKey(), "was refused and became order");
  }

  @Test
  void letsAnUnknownAnswerBeAnOrderOrNone() throws SQLException {
    for (var key : List.of("nobody", anyKey())) {
      var history = new History(List.of(new Request(customer(), key, new Answer.Unknown())));
      assertThat(new Audit(witnesses).judge(Strength.RUNNING, history).isClean()).isTrue();
    }
  }

  private void breaksThePromise(Answer answer, String key, String evidence) throws SQLException {
    var history = new History(List.of(new Request(customer(), key, answer)));
    var report = new Audit(witnesses).judge(Strength.RUNNING, history);
    assertThat(report.broken()).isEqualTo(List.of(new ClientsWereToldTheTruth(history).claim()));
    assertThat(report.table()).contains(evidence);
  }

  private UUID anyOrder() throws SQLException {
    return UUID.fromString(anyOf("order_id"));
  }

  private String anyKey() throws SQLException {
    return anyOf("key");
  }

  private String customer() throws SQLException {
    return anyOf("customer_id");
  }

  private String anyOf(String column) throws SQLException {
    return Rows.sentences(
            witnesses.database(Part.ORDER_SERVICE),
            "SELECT " + column + " FROM idempotency ORDER BY key LIMIT 1")
        .getFirst();
  }

  @Test
  void seesAnOrderUnderTwoKeysAndOneUnderNone() throws Exception {
    witnesses.damage(
        Part.ORDER_SERVICE,
        """
        INSERT INTO idempotency SELECT customer_id, 'second', fingerprint, order_id, answer, created_at
          FROM idempotency LIMIT 1
        """);
    turnsRed(EachKeyIsOneOrder.class, Strength.RUNNING, Strength.AT_REST);
  }

  @Test
  void seesAnOrderThatWaitsForAnLraWhichNobodyKnows() throws Exception {
    witnesses.damage(
        Part.ORDER_SERVICE,
        """
        INSERT INTO lra_participant (saga_id, lra, joined_at)
        SELECT saga_id, 'http://somewhere/lra-coordinator/1', now() FROM orders LIMIT 1
        """);
    turnsRed(LrasHaveTheirSagas.class, Strength.AT_REST);
  }

  @Test
  void seesASagaThatContradictsTheEndOfItsLra() throws Exception {
    witnesses.damage(
        Part.ORDER_SERVICE,
        """
        INSERT INTO lra_participant (saga_id, lra, joined_at, asked, asked_at)
        SELECT saga_id, 'http://somewhere/lra-coordinator/1', now(), 'compensate', now()
          FROM orders WHERE status = 'CONFIRMED' LIMIT 1
        """);
    turnsRed(SagasEndAsTheirLras.class, Strength.AT_REST);
  }

  @Test
  void seesAKeyThatWasForgotten() throws Exception {
    witnesses.damage(Part.ORDER_SERVICE, "DELETE FROM idempotency WHERE order_id = " + CONFIRMED);
    turnsRed(EachKeyIsOneOrder.class, Strength.RUNNING, Strength.AT_REST);
  }

  @Test
  void seesAStepThatAFailedSagaHasLeftBehind() throws Exception {
    witnesses.damage(
        Part.INVENTORY_SERVICE,
        "UPDATE barrier SET state = 'done' WHERE step = 'stock' AND state = 'undone'");
    turnsRed(UndoneInFull.class, Strength.AT_REST);
  }

  @Test
  void seesAStepThatACompletedSagaHasSkipped() throws Exception {
    witnesses.damage(Part.INVENTORY_SERVICE, "DELETE FROM barrier WHERE step = 'settlement'");
    turnsRed(UndoneInFull.class, Strength.AT_REST);
    turnsRed(EveryCommandWasTaken.class, Strength.AT_REST);
  }

  @Test
  void seesASagaThatWentForwardAfterItHadTurnedBack() throws Exception {
    witnesses.damage(
        Part.SAGA_ORCHESTRATOR,
        """
        INSERT INTO saga_log
        SELECT id, version + 1, now(), '{}', NULL, NULL, 0, 'DONE', '',
               jsonb_build_array(jsonb_build_object('command', id || '/settlement/do'))
          FROM saga WHERE state = 'COMPENSATED' LIMIT 1
        """);
    turnsRed(SagasFollowTheGraph.class, Strength.RUNNING, Strength.AT_REST);
  }

  @Test
  void seesAStepThatIsDoneAfterItsUndo() throws Exception {
    witnesses.spread(records ->
        Stream.concat(
            records.filter(each -> !"done".equals(each.outcome())),
            Stream.of(reply("stock/undo/reply", "undone"), reply("stock/do/reply", "done"))));
    turnsRed(NothingAfterItsUndo.class, Strength.RUNNING, Strength.AT_REST);
  }

  private static Told reply(String step, String outcome) {
    var id = "00000000-0000-0000-0000-000000000000/" + step;
    return new Told(Topics.SAGA_REPLIES, "saga.replies-0@0", id, true, outcome);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        Topics.CHECKOUT_REQUESTS,
        Topics.INVENTORY_COMMANDS,
        Topics.PAYMENT_COMMANDS,
        Topics.SHIPPING_COMMANDS,
        Topics.ORDER_COMMANDS,
        Topics.SAGA_REPLIES,
        Topics.ORDER_EVENTS,
        Topics.INVENTORY_EVENTS,
        Topics.PAYMENT_EVENTS,
        Topics.SAGA_EVENTS
      })
  void seesARowThatNeverReachedItsTopic(String topic) throws Exception {
    witnesses.spread(records -> records.filter(each -> !each.topic().equals(topic)));
    turnsRed(EveryChangeWasTold.class, Strength.AT_REST);
  }

  @ParameterizedTest
  @ValueSource(strings = {Topics.ORDER_EVENTS, Topics.PAYMENT_COMMANDS, Topics.SAGA_REPLIES})
  void seesAMessageAboutNothing(String topic) throws Exception {
    witnesses.spread(records ->
        Stream.concat(
            records, Stream.of(new Told(topic, topic + "-0@0", "about/nothing", true, null))));
    turnsRed(TopicsTellTheTruth.class, Strength.RUNNING, Strength.AT_REST);
  }

  @Test
  void seesADeadLetterThatNobodyLookedAt() throws Exception {
    witnesses.damage(
        Part.SAGA_ORCHESTRATOR,
        """
        INSERT INTO dead_letter (id, topic, origin, service, message_key, message_id, type, subject, cause, detail,
                                 headers, body, saga_id, arrived_at)
        SELECT gen_random_uuid(), 'saga.replies', 'saga.replies-0@0', 's', 'k', id || '/stock/do/reply', 't', 's',
               'FAILED', 'd', '{}', '', id, now()
          FROM saga LIMIT 1
        """);
    turnsRed(DeadLettersAreKnown.class, Strength.RUNNING, Strength.AT_REST);
    witnesses.spread(records ->
        records.map(
            each -> new Told(each.topic(), each.origin(), each.id(), false, each.outcome())));
    assertThat(new Audit(witnesses).judge(Strength.RUNNING).isClean()).isTrue();
  }
}
