package dev.backstep.payment.books;

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
import java.util.ArrayList;
import java.util.List;

/** Money taken and given back, all time. */
@Singleton
@Startup
class Books {
  private static final String LOOK =
      """
      SELECT currency, sum(captured) AS captured, sum(refunded) AS refunded FROM payment GROUP BY currency
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
      var found = new ArrayList<BookFigure>();
      while (row.next()) {
        var currency = row.getString("currency");
        found.add(money("backstep.books.captured.minor", currency, row.getLong("captured")));
        found.add(money("backstep.books.refunded.minor", currency, row.getLong("refunded")));
      }
      return found;
    }
  }

  private static BookFigure money(String name, String currency, long minor) {
    return new BookFigure(name, "currency", currency, minor);
  }
}
