package dev.backstep.saga.books;

import dev.backstep.messaging.transaction.Transactions;
import dev.backstep.saga.figures.Figures;
import dev.backstep.saga.lra.LraSight;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The books of all services, as they are known here. */
@Singleton
public class Books {
  private final Transactions transactions;
  private final OwnBooks own;
  private final Patrol patrol;
  private final LraSight lras;
  private final InstantSource time;

  Books(Transactions transactions, OwnBooks own, Patrol patrol, LraSight lras, InstantSource time) {
    this.transactions = transactions;
    this.own = own;
    this.patrol = patrol;
    this.lras = lras;
    this.time = time;
  }

  /** As of now as far as this service is concerned, as of the last look for the others. */
  Consistency read() {
    var looks = patrol.latest().looks();
    var beside = CoordinatorLine.of(lras.neededCoordinator()).stream().toList();
    return transactions.call(tx -> {
      var balances = own.balances(tx);
      var lying = own.leftLying(tx);
      var now = time.instant();
      var rules = new BookRules(looks, balances, lying.late(), lying.dead());
      return new Consistency(
          now,
          rules.sections(),
          looks.stream()
              .map(look -> ServiceFigures.of(look, now, isOwn(look) ? beside : List.of()))
              .toList(),
          ReadFigures.of(looks),
          Figures.byState(balances.latest().tallies()),
          lying.late(),
          lying.pending(),
          lying.oldestSeconds(),
          lying.dead());
    });
  }

  private static boolean isOwn(Look look) {
    return look.service().equals(Watchtower.SELF);
  }

  /** A few lines of it. */
  public List<BookLine> summary() {
    return Summary.of(read());
  }

  /** When the other services were last looked at; empty before the first time. */
  public Optional<Instant> looked() {
    return Optional.of(patrol.latest().at()).filter(it -> it.isAfter(Instant.EPOCH));
  }
}
