package dev.backstep.order.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.backstep.messaging.transaction.Transactions;
import dev.backstep.order.FinalState;
import dev.backstep.order.OrderState;
import dev.backstep.order.backlog.Backlog;
import dev.backstep.order.backlog.BacklogConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OrderWatchTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private final OrderWatch watch =
      new OrderWatch(
          new NoDatabase(), new Backlog(new NoLimits(), Instant::now, new SimpleMeterRegistry()));
  private final UUID order = UUID.randomUUID();
  private final FinalState confirmed =
      new FinalState(order, 2, new OrderState.Confirmed(), Instant.EPOCH);

  @Test
  void wakesEverybodyWhoWaitsForAnOrder() {
    var one = watch.whenFinal(order, LONG);
    var other = watch.whenFinal(order, LONG);
    var stranger = watch.whenFinal(UUID.randomUUID(), LONG);
    watch.becameFinal(confirmed);
    assertThat(one).isCompletedWithValue(Optional.of(confirmed));
    assertThat(other).isCompletedWithValue(Optional.of(confirmed));
    assertThat(stranger).isNotDone();
    assertThat(watch.size()).isEqualTo(1);
  }

  @Test
  void forgetsWhoRanOutOfPatience() {
    var patient = watch.whenFinal(order, LONG);
    assertThat(watch.whenFinal(order, Duration.ofMillis(1)).join()).isEmpty();
    assertThat(watch.size()).isEqualTo(1);
    assertThat(patient.cancel(false)).isTrue();
    await().until(() -> watch.size() == 0);
  }

  @Test
  void asksNobodyWhenNobodyWaits() {
    watch.becameFinal(confirmed);
    watch.runOnce(); // there is no database to ask
    assertThat(watch.size()).isZero();
  }

  @Test
  void letsEverybodyGoWhenTheProcessStops() {
    var waiter = watch.whenFinal(order, LONG);
    watch.onStop(new ShutdownEvent());
    assertThat(waiter).isCompletedWithValue(Optional.empty());
  }

  private record NoLimits(int most, int few, Duration bearable) implements BacklogConfig {
    NoLimits() {
      this(1_000, 1_000, LONG);
    }
  }

  private static final class NoDatabase implements Transactions {
    @Override
    public <T> T call(Work<T> work) {
      throw new AssertionError("nobody was to ask the database");
    }
  }
}
