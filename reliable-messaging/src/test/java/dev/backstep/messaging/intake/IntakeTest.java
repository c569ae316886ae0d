package dev.backstep.messaging.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstep.contracts.Headers;
import dev.backstep.contracts.OrderEvent;
import dev.backstep.contracts.OrderEvent.OrderConfirmed;
import dev.backstep.contracts.WireTypes;
import dev.backstep.messaging.Database;
import dev.backstep.messaging.intake.Pause.StoppingException;
import dev.backstep.messaging.outbox.Outbox;
import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.messaging.wire.Received;
import dev.backstep.messaging.wire.Wire;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IntakeTest {
  private static final long POISON = 37;

  private final Database database = Database.shared();
  private final List<Duration> pauses = new ArrayList<>();
  private final DeadLetters deadLetters =
      new DeadLetters(new Outbox(_ -> {}), "test", letter -> {});
  private final Intake intake = new Intake(database.transactions(), deadLetters, pauses::add);
  private int failuresToCome;

  @BeforeEach
  void empty() {
    database.empty();
  }

  @Test
  void appliesAPollInOneTransaction() {
    intake.take(poll(1, 10), OrderEvent.class, this::store);
    assertThat(effects()).isEqualTo(versions(1, 10));
    assertThat(database.texts("SELECT DISTINCT xmin::text FROM effect")).hasSize(1);
  }

  @Test
  void isolatesAPoisonousMessageAndServesItsNeighboursInOrder() {
    intake.take(poll(1, 100), OrderEvent.class, this::store);

    assertThat(effects())
        .isEqualTo(versions(1, 100).stream().filter(v -> !v.equals("37")).toList());
    assertThat(database.texts("SELECT headers ->> 'backstep_dead_cause' FROM outbox"))
        .containsExactly("FAILED");
    assertThat(database.texts("SELECT headers ->> 'backstep_dead_detail' FROM outbox"))
        .containsExactly("poison");
    assertThat(database.texts("SELECT headers ->> 'backstep_dead_origin' FROM outbox"))
        .containsExactly("order.events-0@37");
    assertThat(database.texts("SELECT topic FROM outbox")).containsExactly("order.events.dlq");
  }

  @Test
  void putsWhatItCannotReadWithTheDeadLettersAsItCame() {
    var garbage =
        new Received("order.events", 3, 9, null, Map.of("x-own", "kept"), new byte[] {1, 2, 3});
    var mixed = Stream.concat(Stream.of(garbage), poll(1, 3).records().stream()).toList();
    intake.take(new Poll(mixed), OrderEvent.class, this::store);

    assertThat(effects()).isEqualTo(versions(1, 3));
    assertThat(database.texts("SELECT encode(body, 'hex') FROM outbox")).containsExactly("010203");
    assertThat(database.texts("SELECT headers ->> 'x-own' FROM outbox")).containsExactly("kept");
    assertThat(database.texts("SELECT headers ->> 'backstep_dead_cause' FROM outbox"))
        .containsExactly("UNREADABLE");
  }

  @Test
  void keepsALetterWhoseHeadersNoDatabaseWouldKeep() {
    var headers = Map.of(Headers.ID, "a\u0000b", Headers.TYPE, "c\u0000", "x", "d\u0000");
    intake.take(
        new Poll(List.of(new Received("order.events", 0, 1, "k\u0000", headers, new byte[0]))),
        OrderEvent.class,
        this::store);
    assertThat(database.texts("SELECT message_id FROM outbox")).containsExactly("a\uFFFDb");
  }

  @Test
  void losesNoDeadLetterWhenAPollHoldsBothKinds() {
    var garbage = new Received("order.events", 3, 9, null, Map.of(), new byte[] {1});
    var poison = received((int) POISON);
    intake.take(new Poll(List.of(garbage, poison)), OrderEvent.class, this::store);

    assertThat(database.texts("SELECT headers ->> 'backstep_dead_cause' FROM outbox"))
        .containsExactlyInAnyOrder("UNREADABLE", "FAILED");
  }

  @Test
  void retriesInPlaceWhileTheDatabaseIsAway() {
    failuresToCome = 8;
    intake.take(poll(1, 5), OrderEvent.class, this::storeOnceItIsBack);

    assertThat(effects()).isEqualTo(versions(1, 5));
    assertThat(database.count("outbox")).as("no dead letters").isZero();
    assertThat(pauses).startsWith(Intake.FIRST_PAUSE).endsWith(Intake.LONGEST_PAUSE).hasSize(8);
  }

  @Test
  void acknowledgesNothingWhenTheProcessStopsMeanwhile() {
    failuresToCome = 1;
    var stopping =
        new Intake(
            database.transactions(),
            deadLetters,
            pause -> {
              throw new StoppingException();
            });
    assertThatThrownBy(() -> stopping.take(poll(1, 5), OrderEvent.class, this::storeOnceItIsBack))
        .isInstanceOf(StoppingException.class);
    assertThat(database.count("effect")).isZero();
  }

  @Test
  void takesAnEndlessConflictForABug() {
    intake.take(
        poll(1, 1),
        OrderEvent.class,
        (tx, messages) -> {
          throw new SQLException("somebody was quicker", "23505");
        });
    assertThat(database.texts("SELECT headers ->> 'backstep_dead_cause' FROM outbox"))
        .containsExactly("FAILED");
  }

  private void storeOnceItIsBack(Transaction tx, List<Delivered<OrderEvent>> messages)
      throws SQLException {
    store(tx, messages);
    if (failuresToCome-- > 0) {
      throw new SQLException("terminating connection", "57P01");
    }
  }

  private void store(Transaction tx, List<Delivered<OrderEvent>> messages) throws SQLException {
    try (var insert =
        tx.connection().prepareStatement("INSERT INTO effect (command_id) VALUES (?)")) {
      for (var message : messages) {
        insert.setString(1, Long.toString(message.message().version()));
        insert.executeUpdate();
        if (message.message().version() == POISON) {
          throw new IllegalArgumentException("poison");
        }
      }
    }
  }

  private List<String> effects() {
    return database.texts("SELECT command_id FROM effect ORDER BY id");
  }

  private static List<String> versions(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(Integer::toString).toList();
  }

  private static Poll poll(int from, int to) {
    return new Poll(IntStream.rangeClosed(from, to).mapToObj(IntakeTest::received).toList());
  }

  private static Received received(int version) {
    var event = new OrderConfirmed(new UUID(0, 1), version);
    return new Received(
        "order.events",
        0,
        version,
        event.key(),
        Map.of(Headers.ID, "id-" + version, Headers.TYPE, WireTypes.of(event)),
        Wire.encode(event));
  }
}
