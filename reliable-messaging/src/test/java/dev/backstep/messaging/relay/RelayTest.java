package dev.backstep.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstep.contracts.OrderEvent.OrderConfirmed;
import dev.backstep.messaging.Database;
import dev.backstep.messaging.outbox.Outbox;
import dev.backstep.messaging.outbox.Outgoing;
import dev.backstep.messaging.outbox.Shards;
import dev.backstep.messaging.transaction.TransactionFailedException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelayTest {
  private static final UUID ORDER = new UUID(0, 1);
  private static final UUID OTHER = new UUID(0, 2);
  private static final String SEQUENCE = "outbox_" + Shards.of(ORDER.toString());

  private static final Relay.Round NOTHING = new Relay.Round(0, 0, false);

  private final Database database = Database.shared();
  private final AtomicLong now = new AtomicLong();
  private final Fresh fresh = new Fresh(new Wakeup(), now::get);

  /** Of another instance, or of one that does not tell. */
  private final Outbox outbox = new Outbox(_ -> {});

  private final Outbox own = new Outbox(fresh);
  private final RecordingPublisher broker = new RecordingPublisher();
  private final List<String> late = new ArrayList<>();
  private final Instance one = new Instance("one");

  @BeforeEach
  void empty() {
    database.empty();
  }

  @Test
  void publishesInOrderAndThenDeletes() throws InterruptedException {
    append(ORDER, 1, 100);
    one.leases.runOnce();

    assertThat(one.relay.runOnce()).isEqualTo(new Relay.Round(100, 0, false));
    assertThat(broker.arrived).isEqualTo(ids(ORDER, 1, 100));

    now.addAndGet(Relay.REMOVAL.toNanos());
    assertThat(one.relay.runOnce()).isEqualTo(NOTHING);
    assertThat(database.count("outbox")).isZero();
  }

  @Test
  void publishesOnceWhatItHasNotRemovedYet() throws InterruptedException {
    one.leases.runOnce();
    append(ORDER, 1, 2);
    one.relay.runOnce();
    append(ORDER, 3, 3);
    one.relay.runOnce();
    assertThat(database.count("outbox")).isEqualTo(3);

    now.addAndGet(Frontiers.FROM_THE_START.toNanos() + 1);
    assertThat(one.relay.runOnce()).isEqualTo(NOTHING);
    assertThat(broker.arrived).isEqualTo(ids(ORDER, 1, 3));
    assertThat(database.count("outbox")).isZero();
  }

  @Test
  void removesAgainWhatItCouldNotRemove() throws InterruptedException {
    one.leases.runOnce();
    append(ORDER, 1, 2);
    one.relay.runOnce();
    database.execute("ALTER TABLE outbox RENAME TO away");
    try {
      assertThatThrownBy(one.relay::removePublished).isInstanceOf(TransactionFailedException.class);
    } finally {
      database.execute("ALTER TABLE away RENAME TO outbox");
    }

    one.relay.removePublished();
    assertThat(database.count("outbox")).isZero();
    assertThat(broker.arrived).isEqualTo(ids(ORDER, 1, 2));
  }

  @Test
  void saysWhenMoreMayWait() throws InterruptedException {
    one.leases.runOnce();
    append(ORDER, 1, Relay.BATCH);
    assertThat(one.relay.runOnce().full()).isTrue();
  }

  @Test
  void publishesNothingWithoutALease() throws InterruptedException {
    append(ORDER, 1, 1);
    assertThat(one.relay.runOnce()).isEqualTo(NOTHING);
    assertThat(broker.arrived).isEmpty();
  }

  @Test
  void keepsWhatTheBrokerDidNotAcknowledgeAndServesTheOtherKeys() throws InterruptedException {
    append(ORDER, 1, 3);
    append(OTHER, 1, 3);
    one.leases.runOnce();
    broker.failingKeys.add(ORDER.toString());

    assertThat(one.relay.runOnce()).isEqualTo(new Relay.Round(3, 3, false));
    assertThat(broker.arrived).isEqualTo(ids(OTHER, 1, 3));

    broker.failingKeys.clear();
    one.relay.runOnce();
    one.relay.removePublished();
    assertThat(broker.arrived).endsWith(ids(ORDER, 1, 3).toArray(String[]::new));
    assertThat(database.count("outbox")).isZero();
  }

  @Test
  void publishesAgainWhatItCouldNotDelete() throws InterruptedException {
    append(ORDER, 1, 2);
    one.leases.runOnce();
    broker.afterSending =
        () -> {
          throw new IllegalStateException("killed after the acknowledgement");
        };
    assertThatThrownBy(one.relay::runOnce).hasMessageContaining("killed");

    broker.afterSending = () -> {};
    one.relay.runOnce();
    assertThat(broker.arrived)
        .containsExactly(id(ORDER, 1), id(ORDER, 2), id(ORDER, 1), id(ORDER, 2));
  }

  @Test
  void deletesNothingAfterItsLeaseWasTaken() throws InterruptedException {
    append(ORDER, 1, 2);
    one.leases.runOnce();
    broker.afterSending =
        () -> database.execute("UPDATE relay_lease SET owner = 'two', epoch = epoch + 1");

    one.relay.runOnce();
    one.relay.removePublished();
    assertThat(database.count("outbox")).as("the new owner still has them").isEqualTo(2);
  }

  @Test
  void tellsOfMessagesThatWaitedNoticeablyAndOfNoOthers() throws InterruptedException {
    append(ORDER, 1, 1);
    database.execute("UPDATE outbox SET created_at = created_at - interval '3 s'");
    append(OTHER, 1, 1);
    one.leases.runOnce();

    one.relay.runOnce();
    assertThat(late).containsExactly(id(ORDER, 1));
  }

  @Test
  void publishesWhatCommitsAfterLaterRows() throws Exception {
    one.leases.runOnce();
    append(ORDER, 1, 1);
    one.relay.runOnce();
    database
        .transactions()
        .run(slow -> {
          outbox.append(slow, messages(ORDER, 2, 2));
          var _ = slow.connection(); // it has its position
          append(ORDER, 3, 3);
          publish();
        });

    assertThat(one.relay.runOnce()).isEqualTo(new Relay.Round(1, 0, false));
    assertThat(broker.arrived).containsExactly(id(ORDER, 1), id(ORDER, 3), id(ORDER, 2));
  }

  @Test
  void goesOnBehindARowThatWasRolledBack() throws Exception {
    one.leases.runOnce();
    append(ORDER, 1, 1);
    one.relay.runOnce();
    database.execute("SELECT nextval('%s')".formatted(SEQUENCE));
    append(ORDER, 2, 3);

    assertThat(one.relay.runOnce()).isEqualTo(new Relay.Round(2, 0, false));
  }

  @Test
  void looksFromTheStartNowAndThen() throws Exception {
    database.execute("SELECT setval('%s', 1000)".formatted(SEQUENCE));
    one.leases.runOnce();
    append(ORDER, 1, 2);
    one.relay.runOnce();
    one.relay.removePublished();
    append(ORDER, 3, 3);
    database.execute("UPDATE outbox SET id = 1"); // nobody expects it there
    assertThat(one.relay.runOnce()).isEqualTo(NOTHING);

    now.addAndGet(Frontiers.FROM_THE_START.toNanos() + 1);
    assertThat(one.relay.runOnce()).isEqualTo(new Relay.Round(1, 0, false));
  }

  @Test
  void publishesWhatWasHandedOverWithoutALook() throws Exception {
    known();
    appendOwn(ORDER, 2, 3);
    appendOwn(ORDER, 4, 4);

    assertThat(withoutTheOutbox()).isEqualTo(new Relay.Round(3, 0, false));
    assertThat(broker.arrived).isEqualTo(ids(ORDER, 1, 4));
    assertThat(one.relay.runOnce()).as("a look afterwards finds nothing new").isEqualTo(NOTHING);
  }

  @Test
  void removesWhatWasHandedOver() throws Exception {
    known();
    appendOwn(ORDER, 2, 3);
    one.relay.runOnce();
    one.relay.removePublished();
    assertThat(database.count("outbox")).isZero();
  }

  @Test
  void looksWhenSomebodyElseWroteInBetween() throws Exception {
    known();
    append(ORDER, 2, 2);
    appendOwn(ORDER, 3, 3);

    assertThat(one.relay.runOnce()).isEqualTo(new Relay.Round(2, 0, false));
    assertThat(broker.arrived).isEqualTo(ids(ORDER, 1, 3));
  }

  @Test
  void looksWhenOneThatCommittedFirstIsHandedOverLast() throws Exception {
    known();
    database
        .transactions()
        .run(slow -> {
          own.append(slow, messages(ORDER, 2, 2));
          var _ = slow.connection(); // it has its position
          appendOwn(ORDER, 3, 3);
          publish();
        });
    one.relay.runOnce();
    appendOwn(ORDER, 4, 4);
    one.relay.runOnce();

    assertThat(broker.arrived)
        .containsExactly(id(ORDER, 1), id(ORDER, 3), id(ORDER, 2), id(ORDER, 4));
  }

  @Test
  void looksWhileOtherInstancesWriteForItsShards() throws Exception {
    known();
    new Instance("two").leases.runOnce();
    one.leases.runOnce();
    appendOwn(ORDER, 2, 2);
    assertThatThrownBy(this::withoutTheOutbox).isInstanceOf(TransactionFailedException.class);
  }

  @Test
  void findsWhatWasTooMuchToHandOver() throws Exception {
    known();
    appendOwn(ORDER, 2, 2);
    appendOwn(ORDER, 3, Fresh.MOST + 2);
    assertThat(fresh.take()).isEmpty();
    assertThat(one.relay.runOnce().full()).isTrue();
  }

  @Test
  void publishesAgainWhatWasHandedOverAndNotAcknowledged() throws Exception {
    known();
    appendOwn(ORDER, 2, 2);
    broker.failingKeys.add(ORDER.toString());
    assertThat(one.relay.runOnce()).isEqualTo(new Relay.Round(0, 1, false));

    broker.failingKeys.clear();
    appendOwn(ORDER, 3, 3);
    one.relay.runOnce();
    assertThat(broker.arrived).isEqualTo(ids(ORDER, 1, 3));
  }

  /** The relay has seen the shard once, so it knows which position comes next. */
  private void known() throws InterruptedException {
    one.leases.runOnce();
    append(ORDER, 1, 1);
    one.relay.runOnce();
    now.addAndGet(Frontier.PATIENCE.toNanos() + 1); // what may have been before is given up
    one.relay.runOnce();
  }

  private Relay.Round withoutTheOutbox() throws InterruptedException {
    database.execute("ALTER TABLE outbox RENAME TO away");
    try {
      return one.relay.runOnce();
    } finally {
      database.execute("ALTER TABLE away RENAME TO outbox");
    }
  }

  private void appendOwn(UUID order, int from, int to) {
    database.transactions().run(tx -> own.append(tx, messages(order, from, to)));
  }

  private void append(UUID order, int from, int to) {
    database.transactions().run(tx -> outbox.append(tx, messages(order, from, to)));
  }

  private static List<Outgoing> messages(UUID order, int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(version -> Outgoing.event(new OrderConfirmed(order, version), null))
        .toList();
  }

  private void publish() {
    try {
      one.relay.runOnce();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> ids(UUID order, int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(version -> id(order, version)).toList();
  }

  private static String id(UUID order, int version) {
    return Outgoing.event(new OrderConfirmed(order, version), null).id();
  }

  /** One instance of a service, without its threads. */
  private final class Instance {
    final ShardLeases leases;
    final Relay relay;

    Instance(String name) {
      leases = new ShardLeases(database.transactions(), name, System::nanoTime);
      relay =
          new Relay(
              database.transactions(),
              leases,
              fresh,
              broker,
              (tx, messages) -> messages.forEach(message -> late.add(message.id())),
              RelayListener.NONE,
              now::get);
    }
  }
}
