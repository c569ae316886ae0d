package dev.backstep.saga.lra;

import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.messaging.transaction.Transactions;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** What can be seen of long running actions, for people. */
@Singleton
public class LraSight {
  /** How the coordinator is. */
  public enum Health {
    /** None is configured. */
    NONE,
    /** Nobody has looked yet. */
    UNKNOWN,
    UP,
    AWAY
  }

  /**
   * The LRA of one attempt at a step.
   *
   * @param lra null when none was started
   * @param state as MicroProfile LRA calls it, as far as we know
   */
  public record StepLra(String step, int number, @Nullable String lra, String state) {}

  /** Nobody needs it fresher. */
  private static final Duration FRESH = Duration.ofSeconds(4);

  /** What was seen longer ago, while nobody watched, is not told as if it were so now. */
  private static final Duration VALID = Duration.ofSeconds(30);

  private static final String UNKNOWN_STATE = "state not known";

  private final Coordinator coordinator;
  private final Transactions transactions;
  private final InstantSource time;
  private final ExecutorService looking =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("lra-sight").factory());
  private final boolean steps;
  private final AtomicBoolean busy = new AtomicBoolean();
  private volatile Health health;
  private volatile boolean answered;
  private volatile Instant looked = Instant.EPOCH;

  LraSight(
      Coordinator coordinator, Transactions transactions, InstantSource time, LraConfig config) {
    this.steps = !config.steps().isEmpty();
    this.coordinator = coordinator;
    this.transactions = transactions;
    this.time = time;
    this.health = coordinator.isConfigured() ? Health.UNKNOWN : Health.NONE;
  }

  void onStop(@Observes ShutdownEvent event) {
    looking.shutdownNow();
  }

  /** As of the last look; a new one is taken behind the reader. */
  public Health coordinator() {
    if (health != Health.NONE
        && looked.plus(FRESH).isBefore(time.instant())
        && busy.compareAndSet(false, true)) {
      looking.execute(this::look);
    }
    return health != Health.NONE && looked.plus(VALID).isBefore(time.instant())
        ? Health.UNKNOWN
        : health;
  }

  /**
   * The same, for whoever is to be alarmed: a coordinator that has not answered once in the life of
   * this process, and that no step needs, is as good as none. An address is soon configured.
   */
  public Health neededCoordinator() {
    var seen = coordinator();
    return steps || answered || seen == Health.UP ? seen : Health.NONE;
  }

  private void look() {
    try {
      health = coordinator.isActive() ? Health.UP : Health.AWAY;
      answered = answered || health == Health.UP;
      looked = time.instant();
    } finally {
      busy.set(false);
    }
  }

  /** Whether any step of ours is to go by LRA. */
  public boolean hasSteps() {
    return steps;
  }

  /** Asks the coordinator, unless it is known to be away. Not for use in a transaction. */
  public String stateOf(String lra) {
    if (!coordinator.isOfItsOwn(lra) || coordinator() == Health.AWAY) {
      return UNKNOWN_STATE;
    }
    return switch (coordinator.status(lra)) {
      case OPEN -> "Active";
      case ENDING -> "ending";
      case CLOSED -> "Closed";
      case CANCELLED -> "Cancelled";
      case FAILED_TO_CLOSE -> "FailedToClose";
      case FAILED_TO_CANCEL -> "FailedToCancel";
      case GONE -> "over";
      case UNKNOWN -> UNKNOWN_STATE;
    };
  }

  /** Of a saga with steps by LRA, in the order in which they began. */
  public List<StepLra> of(UUID saga) {
    return transactions.call(tx -> of(tx, saga));
  }

  private static List<StepLra> of(Transaction tx, UUID saga) throws SQLException {
    return AttemptTable.of(tx, saga).stream()
        .map(it -> new StepLra(it.step(), it.number(), it.lra(), state(it)))
        .toList();
  }

  private static String state(Attempt attempt) {
    if (attempt.ended() != null) {
      return attempt.ended();
    }
    return switch (attempt.wanted()) {
      case DO -> attempt.lra() == null ? "not begun" : "Active";
      case DROP, UNDO -> "to be cancelled";
      case CLOSE -> "to be closed";
    };
  }
}
