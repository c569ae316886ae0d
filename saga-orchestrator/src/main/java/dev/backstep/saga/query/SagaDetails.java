package dev.backstep.saga.query;

import dev.backstep.contracts.Direction;
import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.messaging.transaction.Transactions;
import dev.backstep.saga.log.SagaTable;
import dev.backstep.saga.log.SeenSaga;
import dev.backstep.saga.log.StoredSaga;
import dev.backstep.saga.words.Cause;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows one saga with everything about it. */
@Singleton
class SagaDetails {
  /** In the answer itself; the rest comes in pages. */
  static final int LOG = 200;

  private static final int TRACEPARENT_PARTS = 4;

  private final Transactions transactions;
  private final SagaTable table;
  private final Surroundings surroundings;
  private final LraFacts lras;
  private final InstantSource time;

  SagaDetails(
      Transactions transactions,
      SagaTable table,
      Surroundings surroundings,
      LraFacts lras,
      InstantSource time) {
    this.lras = lras;
    this.transactions = transactions;
    this.table = table;
    this.surroundings = surroundings;
    this.time = time;
  }

  /** What there is to show; empty when there is no such saga. */
  Optional<SagaDetail> find(UUID id, boolean operator) {
    var found = transactions.call(tx -> surroundings.saga(tx, id));
    return found.map(saga -> {
      var lras = this.lras.of(saga);
      return transactions.call(tx -> detail(tx, saga, lras, operator));
    });
  }

  private SagaDetail detail(Transaction tx, SeenSaga saga, List<Story.Fact> lras, boolean operator)
      throws SQLException {
    var now = time.instant();
    var window = surroundings.log(tx, saga);
    var laps = Lap.of(window.entries());
    var steps = new Lanes(saga, laps, now).steps();
    var standing = new Standing(saga);
    var facts = SagaFacts.of(saga.data());
    var stored =
        saga.known().isPresent() ? table.find(tx, saga.id()) : Optional.<StoredSaga>empty();
    var isFinal = saga.run().phase().state().isFinal();
    var log = LogPage.of(window.first().stream().limit(LOG + 1L).map(EntryView::of).toList(), LOG);
    return new SagaDetail(
        now,
        saga.id(),
        saga.definition(),
        saga.definitionVersion(),
        saga.businessKey(),
        saga.customer(),
        saga.run().phase().state().name(),
        saga.run().retrying(),
        saga.run().version(),
        facts.amount().map(MoneyView::of).orElse(null),
        saga.startedAt(),
        saga.updatedAt(),
        isFinal ? saga.updatedAt() : null,
        traceId(saga.traceparent()),
        saga.run().phase().why(),
        standing.cause().map(Cause::key).orElse(null),
        standing.nextTry(),
        new Teller(saga, laps).tell(surroundings.sameCause(tx, saga), lras),
        new Ledger(saga, facts).lines(),
        steps,
        between(saga.startedAt(), turned(window).orElse(isFinal ? saga.updatedAt() : now)),
        turned(window).map(at -> between(at, isFinal ? saga.updatedAt() : now)).orElse(null),
        TimelineView.of(new Timeline(saga.startedAt(), saga.run()), window),
        surroundings.usual(tx, steps, now),
        surroundings.acts(tx, saga),
        new Offers(saga, operator).of(stored),
        surroundings.deadLetters(tx, saga),
        log.entries(),
        log.next());
  }

  /** When the first undo was sent. */
  private static Optional<Instant> turned(LogWindow window) {
    return window.first().stream()
        .filter(entry ->
            entry.sent().stream().anyMatch(it -> it.command().direction() == Direction.UNDO))
        .map(entry -> entry.at())
        .findFirst();
  }

  private static long between(Instant from, Instant to) {
    return Duration.between(from, to).toMillis();
  }

  private static @Nullable String traceId(@Nullable String traceparent) {
    var parts = traceparent == null ? new String[0] : traceparent.split("-", -1);
    return parts.length == TRACEPARENT_PARTS ? parts[1] : null;
  }
}
