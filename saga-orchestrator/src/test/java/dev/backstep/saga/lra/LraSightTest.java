package dev.backstep.saga.lra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.backstep.messaging.transaction.Transactions;
import dev.backstep.saga.lra.LraSight.Health;
import io.quarkus.runtime.ShutdownEvent;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How the coordinator is said to be, by somebody who looks at it again and again. */
class LraSightTest {
  private static final Duration LATER = Duration.ofSeconds(5);
  private static final Duration MUCH_LATER = Duration.ofMinutes(5);

  /** Nothing of this is asked of the database. */
  private static final Transactions NO_DATABASE =
      new Transactions() {
        @Override
        public <T extends @Nullable Object> T call(Work<T> work) {
          throw new IllegalStateException("there is no database here");
        }
      };

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-01T12:00:00Z"));
  private final Elsewhere elsewhere = new Elsewhere();
  private final Http http = new Http();
  private @Nullable LraSight sight;

  @AfterEach
  void stop() {
    Optional.ofNullable(sight).ifPresent(it -> it.onStop(new ShutdownEvent()));
    http.onStop(new ShutdownEvent());
    elsewhere.close();
  }

  @Test
  void knowsTheCoordinatorOnlyWhenSomebodyHasAskedAndAnswersAtOnce() {
    var seen = sight(true);
    assertThat(seen.coordinator()).isEqualTo(Health.UNKNOWN);
    becomes(seen::coordinator, Health.UP);
    elsewhere.close();
    pass(LATER);
    assertThat(seen.coordinator())
        .as("the last look, while a new one is taken")
        .isEqualTo(Health.UP);
    becomes(seen::coordinator, Health.AWAY);
    assertThat(seen.neededCoordinator()).isEqualTo(Health.AWAY);
  }

  @Test
  void doesNotTellOldNewsAfterARest() {
    var seen = sight(true);
    becomes(seen::coordinator, Health.UP);
    pass(MUCH_LATER);
    assertThat(seen.coordinator()).isEqualTo(Health.UNKNOWN);
    becomes(seen::coordinator, Health.UP);
  }

  @Test
  void isSilentAboutACoordinatorThatNeverAnsweredAndThatNobodyNeeds() {
    elsewhere.withoutSteps().close();
    var seen = sight(true);
    assertThat(seen.neededCoordinator()).isEqualTo(Health.NONE);
    becomes(seen::coordinator, Health.AWAY);
    assertThat(seen.neededCoordinator()).isEqualTo(Health.NONE);
  }

  @Test
  void neverAsksWhereNoneIsConfigured() {
    var seen = sight(false);
    assertThat(seen.coordinator()).isEqualTo(Health.NONE);
    assertThat(seen.neededCoordinator()).isEqualTo(Health.NONE);
  }

  private LraSight sight(boolean configured) {
    var root = configured ? elsewhere.coordinator() : Optional.<URI>empty();
    var coordinator = new Coordinator(http, root, Optional.empty(), elsewhere.patience());
    var made = new LraSight(coordinator, NO_DATABASE, now::get, elsewhere);
    sight = made;
    return made;
  }

  private void pass(Duration time) {
    now.updateAndGet(it -> it.plus(time));
  }

  private static void becomes(Supplier<Health> seen, Health health) {
    await().atMost(Duration.ofSeconds(10)).until(() -> seen.get() == health);
  }
}
