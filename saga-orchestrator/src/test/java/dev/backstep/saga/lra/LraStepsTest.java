package dev.backstep.saga.lra;

import static dev.backstep.saga.testing.Api.awaitSaga;
import static dev.backstep.saga.testing.Api.awaitState;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.backstep.contracts.value.RefusalCode;
import dev.backstep.messaging.testing.Broker;
import dev.backstep.messaging.transaction.Transactions;
import dev.backstep.saga.checkout.Checkout;
import dev.backstep.saga.checkout.Checkouts;
import dev.backstep.saga.engine.Saga;
import dev.backstep.saga.runner.Birth;
import dev.backstep.saga.runner.Runner;
import dev.backstep.saga.testing.Order;
import dev.backstep.stack.testing.TestStack;
import dev.backstep.stack.token.Role;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Steps by LRA on the real database and broker; nothing is carried but by the test itself. */
@QuarkusTest
class LraStepsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration CLAIM = Duration.ofMinutes(1);

  @Inject Transactions transactions;
  @Inject Runner runner;
  @Inject Checkouts checkouts;
  @Inject AttemptBook book;
  @Inject InstantSource time;

  private final Order order = Order.fresh();
  private final Elsewhere elsewhere = new Elsewhere();
  private final Http http = new Http();

  @BeforeEach
  void pay() {
    var checkout = Checkout.of(order.request());
    var saga = new Saga<>(order.saga(), order.id(), checkouts.byCarrier(), checkout);
    transactions.run(tx -> runner.start(tx, List.of(new Birth(saga, "ada", null))));
    Broker.send(order.done("stock"));
    Broker.send(order.done("payment"));
    awaitSaga(order.saga(), saga2 -> "DOING".equals(saga2.getString("steps[3].state")));
  }

  @AfterEach
  void closeElsewhere() {
    elsewhere.close();
  }

  @Test
  void callsTheServiceInAnLraAndClosesItWhenTheSagaIsComplete() {
    carry();
    assertThat(elsewhere.clients).containsExactly("ClientID=" + order.saga() + "/shipment");
    assertThat(elsewhere.calls.values())
        .singleElement()
        .asString()
        .contains(order.id().toString(), Order.SECRET_STREET);
    awaitStep(4, "DOING");
    assertThat(elsewhere.states()).containsExactly("Active");
    assertThat(due()).isEmpty();
    Broker.send(order.done("confirmation"));
    Broker.send(order.done("settlement"));
    var saga = awaitState(order.saga(), "COMPLETED");
    assertThat(saga.getList("steps.state", String.class)).containsOnly("DONE");
    carry();
    assertThat(elsewhere.states()).containsExactly("Closed");
    assertThat(due()).isEmpty();
    assertThat(elsewhere.tokens).isEmpty();
  }

  @Test
  void turnsBackWhenTheServiceRefusesAndCancelsItsLra() {
    elsewhere.answering(409);
    carry();
    awaitStep(3, "REFUSED");
    awaitStep(2, "UNDOING");
    carry();
    assertThat(elsewhere.states()).containsExactly("Cancelled");
    compensate("payment", "stock", "order");
    assertThat(awaitState(order.saga(), "COMPENSATED").getString("reason"))
        .isEqualTo("Nobody goes there.");
  }

  @Test
  void cancelsACallInDoubtAndBeginsAnew() {
    elsewhere.answering(503);
    carry();
    assertThat(attempts()).extracting(Attempt::wanted).containsExactly(Wanted.DROP, Wanted.DO);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          carry();
          assertThat(elsewhere.states()).containsExactly("Cancelled", "Active");
        });
    awaitStep(4, "DOING");
    assertThat(elsewhere.calls).hasSize(2);
  }

  @Test
  void takesUpWhatAKilledProcessLeftInTheMiddleOfItsCall() {
    var left = due().getFirst();
    assertThat(book.started(left, lraOf(left))).isTrue();
    transactions.run(tx -> AttemptTable.reclaim(tx, "saga-orchestrator"));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          carry();
          assertThat(elsewhere.states()).containsExactly("Cancelled", "Active");
        });
    assertThat(elsewhere.calls).hasSize(1);
    awaitStep(4, "DOING");
  }

  @Test
  void undoesTheStepByCancellingItsLra() {
    carry();
    awaitStep(4, "DOING");
    Broker.send(order.refused("confirmation", RefusalCode.NOT_POSSIBLE));
    awaitStep(3, "UNDOING");
    carry();
    assertThat(elsewhere.states()).containsExactly("Cancelled");
    compensate("payment", "stock", "order");
    var saga = awaitState(order.saga(), "COMPENSATED");
    assertThat(saga.getString("steps[3].state")).isEqualTo("UNDONE");
    assertThat(due()).isEmpty();
  }

  @Test
  void saysThatItCannotBeUndoneWhenTheLraFailedToCancel() {
    elsewhere.cancelsAs("FailedToCancel");
    carry();
    awaitStep(4, "DOING");
    Broker.send(order.refused("confirmation", RefusalCode.NOT_POSSIBLE));
    awaitStep(3, "UNDOING");
    carry();
    awaitSaga(
        order.saga(),
        saga -> saga.getList("log.outcome", String.class).getLast().equals("REFUSED"));
    assertThat(attempts()).extracting(Attempt::ended).containsExactly(Attempt.FAILED_TO_CANCEL);
  }

  @Test
  void neverCallsForASagaThatTurnedBackBefore() {
    var late = due().getFirst();
    transactions.run(tx -> AttemptTable.want(tx, order.saga(), "shipment", Wanted.UNDO));
    carrying().carry(late);
    assertThat(elsewhere.calls).isEmpty();
    assertThat(elsewhere.states()).containsExactly("Cancelled");
    carry();
    assertThat(attempts()).extracting(Attempt::ended).containsExactly(Attempt.NEVER_BEGUN);
  }

  @Test
  void reapsLrasThatBelongToNothing(@TempDir Path directory) throws IOException {
    carry();
    var unwritten = lraOf(attempts().getFirst());
    var token = directory.resolve("token");
    Files.writeString(token, TestStack.current().token(Role.VIEWER, "olga"));
    var reaper = new Reaper(coordinator(Optional.of(token)), transactions, time, elsewhere);
    assertThat(reaper.runOnce()).isPositive();
    assertThat(elsewhere.lras).containsEntry(unwritten, "Cancelled").containsValue("Active");
  }

  /** Whatever is due of this order, once. */
  private void carry() {
    due().forEach(carrying()::carry);
  }

  private List<Attempt> due() {
    return book.claim(100, CLAIM).stream().filter(it -> it.saga().equals(order.saga())).toList();
  }

  private List<Attempt> attempts() {
    return transactions.call(tx -> AttemptTable.lock(tx, order.saga(), "shipment"));
  }

  private String lraOf(Attempt attempt) {
    return coordinator(Optional.empty()).start(attempt.clientId()).orElseThrow();
  }

  private Carrying carrying() {
    return new Carrying(
        book, coordinator(Optional.empty()), new Services(http, elsewhere), elsewhere);
  }

  private Coordinator coordinator(Optional<Path> token) {
    return new Coordinator(http, elsewhere.coordinator(), token, elsewhere.patience());
  }

  private void awaitStep(int step, String state) {
    var path = "steps[%d].state".formatted(step);
    awaitSaga(order.saga(), saga -> state.equals(saga.getString(path)));
  }

  private void compensate(String... steps) {
    for (var step : steps) {
      awaitSaga(
          order.saga(),
          saga ->
              saga.getString("steps.find { it.name == '%s' }.state".formatted(step))
                  .equals("UNDOING"));
      Broker.send(order.undone(step));
    }
  }
}
