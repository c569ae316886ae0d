package dev.backstep.order.books;

import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.messaging.transaction.Transactions;
import dev.backstep.messaging.wiring.BookFigure;
import dev.backstep.messaging.wiring.BookFigures;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;

/** Orders that were confirmed, all time. */
@Singleton
@Startup
class Books {
  private static final String LOOK =
      """
      SELECT count(*) AS confirmed FROM orders WHERE status = 'CONFIRMED'
      """;

  private static final int BEFORE_THE_POOL_CLOSES = 100;

  private final BookFigures figures;

  Books(Transactions transactions, MeterRegistry registry, InstantSource time) {
    this.figures = new BookFigures(transactions, registry, time, Books::look);
  }

  void onStop(@Observes @Priority(BEFORE_THE_POOL_CLOSES) ShutdownEvent event) {
    figures.close();
  }

  private static List<BookFigure> look(Transaction tx) throws SQLException {
    try (var select = tx.connection().prepareStatement(LOOK);
        var row = select.executeQuery()) {
      row.next();
      return List.of(BookFigure.of("backstep.books.confirmed.orders", row.getLong("confirmed")));
    }
  }
}
