package dev.backstep.saga.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.messaging.transaction.Transactions;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RetentionTest {
  private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

  private final Desk desk = new Desk();

  @Test
  void removesNothingUnlessSomebodySaidSo() {
    var retention = retention(null, null);
    assertThat(retention.isWanted()).isFalse();
    assertThat(retention.runOnce()).isEqualTo(Retention.PAUSE);
    assertThat(desk.asked).isEmpty();
  }

  @Test
  void goesOnAtOnceWhileThereIsMore() {
    desk.there = Retention.BATCH;
    assertThat(retention(Duration.ofDays(30), null).runOnce()).isEqualTo(Retention.REST);
    desk.there = Retention.BATCH - 1;
    assertThat(retention(Duration.ofDays(30), null).runOnce()).isEqualTo(Retention.PAUSE);
  }

  @Test
  void keepsSagasAsLongAsTheTopicsMayBringTheirRequestsAgain() {
    retention(Duration.ofDays(1), Duration.ofDays(2)).runOnce();
    assertThat(desk.asked)
        .containsExactly(
            "keep " + NOW.minus(Duration.ofDays(7)), "drop " + NOW.minus(Duration.ofDays(2)));
  }

  private Retention retention(@Nullable Duration sagas, @Nullable Duration archive) {
    return new Retention(
        new NoDatabase(),
        desk,
        new Settings(Optional.ofNullable(sagas), Optional.ofNullable(archive), Duration.ofDays(7)),
        InstantSource.fixed(NOW),
        new SimpleMeterRegistry());
  }

  private record Settings(Optional<Duration> sagas, Optional<Duration> archive, Duration topics)
      implements RetentionConfig {}

  private static final class NoDatabase implements Transactions, Transaction {
    @Override
    public <T extends @Nullable Object> T call(Work<T> work) {
      try {
        return work.run(this);
      } catch (SQLException e) {
        throw new IllegalStateException("there is no database", e);
      }
    }

    @Override
    public Connection connection() {
      throw new IllegalStateException("there is no database");
    }

    @Override
    public void afterCommit(Runnable action) {
      throw new IllegalStateException("nothing is ever committed");
    }
  }

  private static final class Desk extends Archive {
    private final List<String> asked = new ArrayList<>();
    private int there;

    @Override
    int keep(Transaction tx, Instant endedBefore, int atMost) {
      asked.add("keep " + endedBefore);
      return there;
    }

    @Override
    int drop(Transaction tx, Instant endedBefore, int atMost) {
      asked.add("drop " + endedBefore);
      return 0;
    }
  }
}
