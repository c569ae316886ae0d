package dev.backstep.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.backstep.contracts.OrderEvent.OrderConfirmed;
import dev.backstep.messaging.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private final Database database = Database.shared();
  private final AtomicInteger wakeups = new AtomicInteger();
  private final List<Written> told = new ArrayList<>();
  private final Outbox outbox =
      new Outbox(messages -> {
        wakeups.incrementAndGet();
        told.addAll(messages);
      });

  @BeforeEach
  void empty() {
    database.empty();
  }

  @Test
  void keepsMessagesIfAndOnlyIfTheTransactionCommits() {
    assertThatIllegalStateException()
        .isThrownBy(() ->
            database
                .transactions()
                .run(tx -> {
                  outbox.append(tx, List.of(confirmed(1)));
                  throw new IllegalStateException("changed my mind");
                }));
    assertThat(database.count("outbox")).isZero();
    assertThat(wakeups).hasValue(0);

    database.transactions().run(tx -> outbox.append(tx, List.of(confirmed(1))));
    assertThat(database.count("outbox")).isOne();
    assertThat(wakeups).hasValue(1);
  }

  @Test
  void numbersMessagesInTheOrderInWhichTheyWereAppended() {
    var messages = IntStream.rangeClosed(1, 500).mapToObj(OutboxTest::confirmed).toList();
    database.transactions().run(tx -> outbox.append(tx, messages));

    assertThat(database.texts("SELECT message_id FROM outbox ORDER BY id"))
        .isEqualTo(messages.stream().map(Outgoing::id).toList());
  }

  @Test
  void tellsWhereTheMessagesOfACommitLie() {
    database
        .transactions()
        .run(tx -> {
          outbox.append(tx, List.of(confirmed(1), confirmed(2)));
          outbox.append(tx, List.of(confirmed(3)));
        });
    assertThat(told.stream().map(it -> it.position() + " " + it.message().id()))
        .isEqualTo(database.texts("SELECT id || ' ' || message_id FROM outbox ORDER BY id"))
        .hasSize(3);
  }

  @Test
  void tellsWhichMessagesNobodyCanHaveSeen() {
    database.transactions().run(tx -> outbox.append(tx, List.of(confirmed(1), confirmed(2))));
    var asked = List.of(confirmed(2).id(), confirmed(3).id());
    Set<String> unpublished = database.transactions().call(tx -> outbox.unpublished(tx, asked));
    assertThat(unpublished).containsExactly(confirmed(2).id());
  }

  private static Outgoing confirmed(int version) {
    return Outgoing.event(new OrderConfirmed(new UUID(0, 1), version), null);
  }
}
