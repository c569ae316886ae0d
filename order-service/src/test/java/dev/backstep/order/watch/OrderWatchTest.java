package dev.backstep.order.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.backstep.messaging.transaction.Transactions;
import io.quarkus.runtime.ShutdownEvent;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OrderWatchTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private final OrderWatch watch = new OrderWatch(new NoDatabase());
  private final UUID order = UUID.randomUUID();

  @Test
  void wakesEverybodyWhoWaitsForAnOrder() {
    var one = watch.whenFinal(order, LONG);
    var other = watch.whenFinal(order, LONG);
    var stranger = watch.whenFinal(UUID.randomUUID(), LONG);
    watch.becameFinal(order);
    assertThat(one).isCompletedWithValue(true);
    assertThat(other).isCompletedWithValue(true);
    assertThat(stranger).isNotDone();
    assertThat(watch.size()).isEqualTo(1);
  }

  @Test
  void forgetsWhoRanOutOfPatience() {
    var patient = watch.whenFinal(order, LONG);
    assertThat(watch.whenFinal(order, Duration.ofMillis(1)).join()).isFalse();
    assertThat(watch.size()).isEqualTo(1);
    assertThat(patient.cancel(false)).isTrue();
    await().until(() -> watch.size() == 0);
  }

  @Test
  void asksNobodyWhenNobodyWaits() {
    watch.becameFinal(order);
    watch.runOnce(); // there is no database to ask
    assertThat(watch.size()).isZero();
  }

  @Test
  void letsEverybodyGoWhenTheProcessStops() {
    var waiter = watch.whenFinal(order, LONG);
    watch.onStop(new ShutdownEvent());
    assertThat(waiter).isCompletedWithValue(false);
  }

  private static final class NoDatabase implements Transactions {
    @Override
    public <T> T call(Work<T> work) {
      throw new AssertionError("nobody was to ask the database");
    }
  }
}
