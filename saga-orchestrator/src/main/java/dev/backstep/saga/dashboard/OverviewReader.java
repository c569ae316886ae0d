package dev.backstep.saga.dashboard;

import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.saga.books.OwnBooks;
import dev.backstep.saga.dashboard.Overview.Delivery;
import dev.backstep.saga.dashboard.Overview.KeyFigures;
import dev.backstep.saga.engine.SagaDefinitions;
import dev.backstep.saga.engine.SagaState;
import dev.backstep.saga.figures.Figures;
import dev.backstep.saga.figures.Tally;
import dev.backstep.saga.query.MoneyView;
import dev.backstep.saga.query.SagaList;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads all sagas at a glance: kept figures, and the few that are in trouble. */
@Singleton
class OverviewReader {
  /** One in a hundred orders fails for reasons of ours. */
  static final double COMPLETED_TARGET = 0.99;

  /** A shopper waits no longer. */
  static final Duration CONFIRM_TARGET = Duration.ofSeconds(2);

  /** Messages that wait so long do not leave. */
  private static final Duration DELIVERY_STOPPED = Duration.ofSeconds(5);

  private static final int LATEST = 10;
  private static final double MILLIS = 1_000;

  private final Figures figures;
  private final AttentionList attention;
  private final SagaList sagas;
  private final OwnBooks books;
  private final SagaDefinitions definitions;

  OverviewReader(
      Figures figures,
      AttentionList attention,
      SagaList sagas,
      OwnBooks books,
      SagaDefinitions definitions) {
    this.figures = figures;
    this.attention = attention;
    this.sagas = sagas;
    this.books = books;
    this.definitions = definitions;
  }

  /** Everything but the books. */
  Overview read(Transaction tx, Window window, Instant now) throws SQLException {
    var charts = Charts.read(tx, figures, window, now);
    var needed = attention.read(tx);
    return new Overview(
        now,
        window.wireName(),
        keyFigures(charts, figures.tallies(tx), needed),
        needed,
        charts.series(),
        window.grain().length().toMillis(),
        Steps.of(charts, needed).figures(definitions),
        List.of(),
        now,
        delivery(books.leftLying(tx)),
        sagas.latest(tx, LATEST));
  }

  private static KeyFigures keyFigures(Charts charts, List<Tally> tallies, List<Attention> needed) {
    var states = Figures.byState(tallies);
    var total = charts.total();
    var timings = charts.timingsByCommand();
    long ended = total.completed() + total.compensated() + total.resolved();
    return new KeyFigures(
        charts.perMinute(total.started()),
        charts.startedChange().orElse(null),
        ended == 0 ? null : (double) total.completed() / ended,
        COMPLETED_TARGET,
        states.getOrDefault(SagaState.COMPENSATING, 0L),
        Charts.median(timings.get("undo")),
        states.getOrDefault(SagaState.STUCK, 0L),
        oldestStuck(needed),
        Charts.high(timings.get("confirm")),
        CONFIRM_TARGET.toMillis(),
        inFlight(tallies),
        tallies.stream().filter(it -> !it.state().isFinal()).mapToLong(Tally::sagas).sum());
  }

  private static @Nullable Instant oldestStuck(List<Attention> needed) {
    return needed.stream()
        .filter(it -> it.kind().equals("stuck"))
        .map(Attention::oldest)
        .min(Instant::compareTo)
        .orElse(null);
  }

  private static List<MoneyView> inFlight(List<Tally> tallies) {
    return tallies.stream()
        .filter(it -> !it.state().isFinal() && !it.currency().isEmpty())
        .collect(Collectors.groupingBy(Tally::currency, Collectors.summingLong(Tally::minor)))
        .entrySet()
        .stream()
        .map(it -> new MoneyView(it.getValue(), it.getKey()))
        .toList();
  }

  private static @Nullable Delivery delivery(OwnBooks.LeftLying lying) {
    long oldest = Math.round(lying.oldestSeconds() * MILLIS);
    return oldest < DELIVERY_STOPPED.toMillis()
        ? null
        : new Delivery(
            lying.pending(),
            oldest,
            "Messages do not leave: Kafka cannot be reached. Sagas are saved and go on by themselves.");
  }
}
