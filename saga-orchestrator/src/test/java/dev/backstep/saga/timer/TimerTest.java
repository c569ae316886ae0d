package dev.backstep.saga.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.backstep.contracts.InventoryCommand.ReleaseStock;
import dev.backstep.messaging.outbox.Outbox;
import dev.backstep.messaging.outbox.Outgoing;
import dev.backstep.messaging.transaction.Transactions;
import dev.backstep.saga.checkout.Checkout;
import dev.backstep.saga.engine.LogEntry;
import dev.backstep.saga.engine.Outcome;
import dev.backstep.saga.engine.Saga;
import dev.backstep.saga.engine.SagaDefinition;
import dev.backstep.saga.engine.SagaEngine;
import dev.backstep.saga.engine.SagaRun;
import dev.backstep.saga.log.Advance;
import dev.backstep.saga.log.SagaLog;
import dev.backstep.saga.log.SagaTable;
import dev.backstep.saga.log.StoredSaga;
import dev.backstep.saga.runner.Runner;
import dev.backstep.saga.runner.Unsent;
import dev.backstep.saga.testing.Order;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.testing.TestStack;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TimerTest {
  private static final int MANY = 500;

  @Inject Transactions transactions;
  @Inject SagaTable table;
  @Inject SagaLog log;
  @Inject Runner runner;
  @Inject Outbox outbox;
  @Inject Unsent unsent;
  @Inject InstantSource time;
  @Inject SagaDefinition<Checkout> definition;

  @Test
  void firesOnceWhenSeveralTimersRunAtOnce() throws Exception {
    var sagas = begin(MANY, Duration.ofSeconds(11));
    try (var threads = Executors.newFixedThreadPool(3)) {
      var running = new ArrayList<Future<?>>();
      for (int i = 0; i < 3; i++) {
        running.add(threads.submit(this::runUntilNothingIsDue));
      }
      for (var each : running) {
        each.get();
      }
    }
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() ->
            assertThat(sagas)
                .allSatisfy(saga ->
                    assertThat(outcomes(saga)).containsExactly(Outcome.STARTED, Outcome.RESENT)));
  }

  @Test
  void onlyPlansAnewWhenItLooksTooEarly() {
    var order = Order.fresh();
    var saga = new Saga<>(order.saga(), order.id(), definition, Checkout.of(order.request()));
    var now = time.instant();
    var decision = SagaEngine.start(saga, now);
    transactions.run(
        tx -> log.begin(tx, List.of(advance(saga, decision.run(), decision.entry(), now))));
    transactions.run(tx -> {
      try (var update =
          tx.connection().prepareStatement("UPDATE saga SET due_at = now() WHERE id = ?")) {
        update.setObject(1, order.saga());
        update.executeUpdate();
      }
    });
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () -> assertThat(stored(order.saga()).dueAt()).isEqualTo(decision.run().dueAt()));
    assertThat(outcomes(order.saga())).containsExactly(Outcome.STARTED);
  }

  @Test
  void cancelsNothingWhileTheBrokerIsAway() {
    TestStack.current().pause(Part.KAFKA);
    try {
      var order = Order.fresh();
      var command =
          Outgoing.command(
              order.run("stock"), new ReleaseStock(order.id()), null); // any body will do
      transactions.run(tx -> outbox.append(tx, List.of(command)));
      var birth = born(order, time.instant().minus(Duration.ofHours(1)));
      transactions.run(tx -> log.begin(tx, List.of(birth)));
      await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(() ->
              assertThat(outcomes(order.saga())).containsExactly(Outcome.STARTED, Outcome.REARMED));
      assertThat(stored(order.saga()).run().sagaDue()).isAfter(time.instant());
    } finally {
      TestStack.current().resume(Part.KAFKA);
    }
  }

  private void runUntilNothingIsDue() {
    var timer = new Timer(transactions, table, log, runner, unsent, time);
    for (int i = 0; i < MANY / Timer.BATCH + 2; i++) {
      var _ = timer.runOnce();
    }
  }

  private List<UUID> begin(int count, Duration ago) {
    var then = time.instant().minus(ago);
    var advances = Stream.generate(Order::fresh).limit(count).map(o -> born(o, then)).toList();
    transactions.run(tx -> log.begin(tx, advances));
    return advances.stream().map(a -> a.before().saga().id()).toList();
  }

  private Advance born(Order order, Instant then) {
    var saga = new Saga<>(order.saga(), order.id(), definition, Checkout.of(order.request()));
    var decision = SagaEngine.start(saga, then);
    return advance(saga, decision.run(), decision.entry(), then);
  }

  private static Advance advance(Saga<?> saga, SagaRun run, LogEntry entry, Instant then) {
    return new Advance(
        new StoredSaga(saga, run, "ada", run.dueAt(), null, then, then), run, List.of(entry));
  }

  private StoredSaga stored(UUID saga) {
    return transactions.call(tx -> table.find(tx, saga)).orElseThrow();
  }

  private List<Outcome> outcomes(UUID saga) {
    return transactions.call(tx -> log.read(tx, saga, 100)).stream()
        .map(LogEntry::outcome)
        .toList();
  }
}
