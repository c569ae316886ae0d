package dev.backstep.messaging.wiring;

import dev.backstep.messaging.transaction.TransactionFailedException;
import dev.backstep.messaging.transaction.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Sums over whole tables, as metrics. They cost a scan, so they are looked up only when somebody
 * reads the metrics, behind his back, and not more often than every 20 s. {@code
 * backstep.books.age.seconds} says how old they are; NaN before the first look.
 */
public final class BookFigures implements AutoCloseable {
  /** A scan of some million rows takes a second: at most a twentieth of a core. */
  static final Duration FRESH = Duration.ofSeconds(20);

  private static final String AT_MOST = "SET LOCAL statement_timeout = '10s'";
  private static final double MILLIS = 1_000;

  private static final Logger LOG = Logger.getLogger(BookFigures.class);

  private final Transactions transactions;
  private final MeterRegistry registry;
  private final InstantSource time;
  private final Transactions.Work<List<BookFigure>> look;
  private final ExecutorService looking =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("books").factory());
  private final AtomicBoolean busy = new AtomicBoolean();
  private final Map<String, MultiGauge> gauges = new HashMap<>();
  private volatile Instant looked = Instant.EPOCH;

  /** Registers the age; the figures themselves follow when the metrics are read. */
  public BookFigures(
      Transactions transactions,
      MeterRegistry registry,
      InstantSource time,
      Transactions.Work<List<BookFigure>> look) {
    this.transactions = transactions;
    this.registry = registry;
    this.time = time;
    this.look = look;
    registry.gauge("backstep.books.age.seconds", this, BookFigures::age);
  }

  @Override
  public void close() {
    looking.shutdownNow();
  }

  private double age() {
    var now = time.instant();
    if (looked.plus(FRESH).isBefore(now) && busy.compareAndSet(false, true)) {
      looking.execute(this::refresh);
    }
    return looked.equals(Instant.EPOCH)
        ? Double.NaN
        : (double) Duration.between(looked, now).toMillis() / MILLIS;
  }

  private void refresh() {
    try {
      var began = time.instant();
      publish(
          transactions.call(tx -> {
            limit(tx.connection());
            return look.run(tx);
          }));
      looked = began;
    } catch (TransactionFailedException e) {
      LOG.debugf(e, "no look at the books; the last figures stand");
    } finally {
      busy.set(false);
    }
  }

  private static void limit(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(AT_MOST);
    }
  }

  private void publish(List<BookFigure> figures) {
    figures.stream()
        .collect(Collectors.groupingBy(BookFigure::name))
        .forEach((name, kinds) ->
            gauges
                .computeIfAbsent(name, it -> MultiGauge.builder(it).register(registry))
                .register(kinds.stream().map(BookFigures::row).toList(), true));
  }

  private static MultiGauge.Row<Number> row(BookFigure figure) {
    var tags = figure.label().isEmpty() ? Tags.empty() : Tags.of(figure.label(), figure.kind());
    return MultiGauge.Row.of(tags, figure.value());
  }
}
