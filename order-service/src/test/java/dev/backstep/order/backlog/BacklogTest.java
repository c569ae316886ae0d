package dev.backstep.order.backlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.contracts.value.Refusal;
import dev.backstep.contracts.value.RefusalCode;
import dev.backstep.order.FinalState;
import dev.backstep.order.OrderState;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A shop that nobody takes more than a hundred orders from, and few are ten. */
class BacklogTest {
  private static final Duration BEARABLE = Duration.ofSeconds(5);
  private static final OrderState CONFIRMED = new OrderState.Confirmed();

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private Instant now = Instant.parse("2026-03-01T12:00:00Z");
  private final Backlog backlog = new Backlog(new Limits(100, 10, BEARABLE), () -> now, registry);
  private final Deque<Placed> waiting = new ArrayDeque<>();

  @Test
  void hasRoomAtFirst() {
    assertThat(backlog.room()).isEqualTo(new Room.Free());
  }

  @Test
  void hasRoomWhileOrdersAreConfirmedInGoodTime() {
    for (int second = 0; second < 60; second++) {
      place(20);
      pass(Duration.ofSeconds(1));
      end(20, CONFIRMED);
      assertThat(backlog.room()).isEqualTo(new Room.Free());
    }
  }

  @Test
  void hasNoneWhenTwiceAsMuchIsOfferedAsCanBeCarried() {
    int refused = 0;
    int most = 0;
    for (int tenth = 0; tenth < 600; tenth++) {
      for (int order = 0; order < 2; order++) {
        if (backlog.room() instanceof Room.Free) {
          place(1);
        } else {
          refused++;
        }
      }
      pass(Duration.ofMillis(100));
      end(1, CONFIRMED);
      most = Math.max(most, waiting.size());
    }
    assertThat(refused).isBetween(400, 600);
    assertThat(most).isLessThan(100); // ten a second: never much more than the bearable wait
    assertThat(registry.get("backstep.orders.under.way").gauge().value()).isEqualTo(waiting.size());
  }

  @Test
  void takesOrdersAgainWhenTheLoadIsGone() {
    overload();
    assertThat(backlog.room()).isInstanceOf(Room.None.class);
    while (!waiting.isEmpty()) {
      end(1, CONFIRMED);
      pass(Duration.ofMillis(100));
    }
    assertThat(backlog.room()).isEqualTo(new Room.Free());
    place(20); // and however long the last one took, nobody holds it against these
    assertThat(backlog.room()).isEqualTo(new Room.Free());
  }

  @Test
  void saysHowLongItWillTakeUntilTheWaitIsBearable() {
    place(90);
    pass(Duration.ofSeconds(6));
    end(12, CONFIRMED); // six a second: 78 take 13 seconds
    assertThat(backlog.room()).isEqualTo(new Room.None(Duration.ofSeconds(8)));
  }

  @Test
  void forgivesAFewSlowCards() {
    place(9);
    pass(Duration.ofMinutes(1));
    end(1, CONFIRMED);
    assertThat(backlog.room()).isEqualTo(new Room.Free());
  }

  @Test
  void forgivesSlowCardsAmongManyGoodOnes() {
    place(30);
    pass(Duration.ofSeconds(20));
    place(30);
    pass(Duration.ofSeconds(1));
    end(5, CONFIRMED);
    waiting.addFirst(waiting.removeLast());
    end(1, CONFIRMED); // after a second
    assertThat(backlog.room()).isEqualTo(new Room.Free());
  }

  @Test
  void takesOrdersDuringAnOutageUntilTheBoundIsReached() {
    for (int order = 0; order < 100; order++) {
      assertThat(backlog.room()).isEqualTo(new Room.Free());
      place(1);
      pass(Duration.ofSeconds(1));
    }
    assertThat(backlog.room()).isEqualTo(new Room.None(Backlog.COME_BACK));
    end(1, new OrderState.Rejected(new Refusal(RefusalCode.TIMED_OUT, "no answer")));
    assertThat(backlog.room()).isEqualTo(new Room.Free());
  }

  @Test
  void learnsNothingFromOrdersThatAreGivenUp() {
    place(90);
    pass(Duration.ofSeconds(40));
    end(20, new OrderState.Rejected(new Refusal(RefusalCode.TIMED_OUT, "no answer")));
    end(20, new OrderState.Cancelled(new Refusal(RefusalCode.CANCELLED, "by olga")));
    assertThat(backlog.room()).isEqualTo(new Room.Free());
  }

  @Test
  void countsRefusalsAsProgress() {
    place(99);
    pass(Duration.ofSeconds(6));
    end(2, CONFIRMED);
    end(40, new OrderState.Rejected(new Refusal(RefusalCode.OUT_OF_STOCK, "sold out")));
    assertThat(backlog.room()).isEqualTo(new Room.Free()); // 57 at 21 a second
  }

  @Test
  void forgetsAnOrderThatEndsTwice() {
    place(1);
    var placed = waiting.getFirst();
    end(1, CONFIRMED);
    waiting.add(placed);
    end(1, CONFIRMED);
    assertThat(registry.get("backstep.orders.under.way").gauge().value()).isZero();
  }

  @Test
  void isUnsureOfOldOrdersAloneAndNamesThemByTurns() {
    place(5);
    pass(Duration.ofSeconds(2));
    var old = waiting.stream().map(Placed::order).toList();
    place(1);
    assertThat(backlog.unsure(3)).isEqualTo(old.subList(0, 3));
    assertThat(backlog.unsure(3)).isEqualTo(List.of(old.get(3), old.get(4), old.get(0)));
    assertThat(backlog.unsure(9)).hasSize(5);
  }

  private void overload() {
    place(90);
    pass(Duration.ofSeconds(6));
    end(4, CONFIRMED);
  }

  private void place(int orders) {
    for (int i = 0; i < orders; i++) {
      var placed = new Placed(UUID.randomUUID(), now);
      waiting.add(placed);
      backlog.placed(placed.order, placed.at);
    }
  }

  private void end(int orders, OrderState state) {
    for (int i = 0; i < orders && !waiting.isEmpty(); i++) {
      backlog.becameFinal(new FinalState(waiting.remove().order, 2, state, now));
    }
  }

  private void pass(Duration duration) {
    now = now.plus(duration);
  }

  private record Placed(UUID order, Instant at) {}

  private record Limits(int most, int few, Duration bearable) implements BacklogConfig {}
}
