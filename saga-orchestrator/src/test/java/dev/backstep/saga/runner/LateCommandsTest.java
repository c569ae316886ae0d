package dev.backstep.saga.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.messaging.outbox.Outgoing;
import dev.backstep.messaging.relay.LatePublication;
import dev.backstep.messaging.relay.PendingMessage;
import dev.backstep.messaging.testing.Broker;
import dev.backstep.messaging.transaction.Transactions;
import dev.backstep.saga.testing.Api;
import dev.backstep.saga.testing.Order;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LateCommandsTest {
  private final Order order = Order.fresh();

  @Inject Transactions transactions;
  @Inject LatePublication late;

  @Test
  void countsTheDeadlineAnewFromALatePublication() {
    Broker.send(order.requested());
    var before = Instant.parse(Api.awaitState(order.saga(), "RUNNING").getString("nextTry"));
    transactions.run(tx -> late.publishedLate(tx, List.of(pending(order.run("stock").toString()))));
    var saga = Api.saga(order.saga());
    assertThat(saga.getString("log[1].outcome")).isEqualTo("REARMED");
    assertThat(Instant.parse(saga.getString("nextTry"))).isAfter(before);
  }

  @Test
  void caresForNothingElse() {
    Broker.send(order.requested());
    Api.awaitState(order.saga(), "RUNNING");
    transactions.run(tx ->
        late.publishedLate(
            tx,
            List.of(
                pending(order.run("payment").toString()),
                pending("backstep.saga.started.v1/" + order.id() + "/1"),
                pending(Order.fresh().run("stock").toString()))));
    assertThat(Api.saga(order.saga()).getLong("version")).isEqualTo(1);
  }

  private PendingMessage pending(String id) {
    return pending(id, Duration.ofMinutes(10));
  }

  private PendingMessage pending(String id, Duration age) {
    Outgoing any = order.requested();
    return new PendingMessage(
        0,
        1,
        "inventory.commands",
        any.key(),
        id,
        any.type(),
        any.subject(),
        any.body(),
        null,
        Map.of(),
        Instant.EPOCH,
        age);
  }
}
