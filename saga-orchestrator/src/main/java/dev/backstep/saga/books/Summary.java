package dev.backstep.saga.books;

import dev.backstep.saga.query.MoneyView;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The books in a few lines. */
final class Summary {
  /** Above this, publishing is worth a look. */
  private static final long SLOW_MS = 1_000;

  private Summary() {}

  static List<BookLine> of(Consistency books) {
    var lines = new ArrayList<BookLine>();
    for (var section : books.sections()) {
      section.rules().stream().map(Summary::line).forEach(lines::add);
    }
    outbox(books).ifPresent(lines::add);
    books.services().stream()
        .flatMap(service -> service.more().stream())
        .filter(line -> line.title().equals(CoordinatorLine.TITLE))
        .forEach(lines::add);
    return lines;
  }

  private static BookLine line(Rule rule) {
    var by = rule.explainedBy();
    var note = by == null ? "" : "explained by " + by.text();
    var why = rule.why();
    return new BookLine(rule.health(), rule.name(), why == null ? note : why, value(rule));
  }

  private static String value(Rule rule) {
    var difference = rule.difference();
    if (difference == null) {
      return "—";
    }
    var currency = rule.currency();
    return (currency == null ? difference.toString() : new MoneyView(difference, currency).text())
        + " off";
  }

  /** The slowest of them. */
  private static Optional<BookLine> outbox(Consistency books) {
    return books.services().stream()
        .map(ServiceFigures::publishLagP99Ms)
        .filter(Objects::nonNull)
        .max(Long::compare)
        .map(lag ->
            new BookLine(
                lag > SLOW_MS ? Health.EXPLAINED : Health.HOLDS,
                "Outbox delay p99",
                "the slowest service, within the last minute",
                lag + " ms"));
  }
}
