package dev.backstep.inventory.books;

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

/** Units of all products together, and products that are below zero. */
@Singleton
@Startup
class Books {
  private static final String LOOK =
      """
      SELECT coalesce(sum(received), 0) AS received, coalesce(sum(available), 0) AS available,
             coalesce(sum(reserved), 0) AS reserved, coalesce(sum(sold), 0) AS sold,
             count(*) FILTER (WHERE available < 0 OR reserved < 0 OR sold < 0) AS negative
      FROM stock
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
      var found = new ArrayList<BookFigure>();
      for (var kind : List.of("received", "available", "reserved", "sold")) {
        found.add(new BookFigure("backstep.books.units", "kind", kind, row.getLong(kind)));
      }
      found.add(BookFigure.of("backstep.books.negative.skus", row.getLong("negative")));
      return found;
    }
  }
}
