package dev.backstep.saga.query;

import dev.backstep.saga.engine.Phase;
import dev.backstep.saga.log.SeenSaga;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Money and stock of one saga: taken, given back, should be, off by. Known from the answers of the
 * participants; what they have not answered is uncertain.
 */
record Ledger(SeenSaga saga, SagaFacts facts) {
  static final String PAYMENT = "payment";
  static final String STOCK = "stock";
  private static final String SETTLEMENT = "settlement";

  List<LedgerLine> lines() {
    return Stream.concat(money().stream(), stock()).toList();
  }

  private Optional<LedgerLine> money() {
    return facts
        .amount()
        .flatMap(amount ->
            cell(PAYMENT)
                .map(cell ->
                    line("Payment", "money", amount.currency(), amount.minorUnits(), cell)));
  }

  private Stream<LedgerLine> stock() {
    return cell(STOCK).stream()
        .flatMap(cell ->
            facts.lines().stream()
                .map(line -> line(line.sku(), "stock", null, line.quantity(), cell)));
  }

  private LedgerLine line(
      String item, String kind, @Nullable String currency, long all, PathCell cell) {
    long taken = isTaken(cell) ? all : 0;
    long back = isGivenBack(cell) ? all : 0;
    long kept = taken - back;
    long should = shouldBe(all, kept);
    return new LedgerLine(
        item,
        kind,
        currency,
        taken,
        back,
        should,
        kept - should,
        isUncertain(cell),
        note(kind, cell));
  }

  /**
   * Nothing once it has turned back, everything once it is complete; what it has, on the way there.
   */
  private long shouldBe(long all, long kept) {
    return switch (saga.run().phase()) {
      case Phase.Completed _ -> all;
      case Phase.Running _ -> kept;
      case Phase.Compensating _, Phase.Compensated _ -> 0;
      case Phase.Stuck stuck -> stuck.cause() == null ? kept : 0;
      case Phase.Resolved _ -> kept;
    };
  }

  private String note(String kind, PathCell cell) {
    if (isGivenBack(cell)) {
      return "given back";
    }
    if (isUncertain(cell)) {
      return "not known before the participant answers";
    }
    if (!isTaken(cell)) {
      return "never taken";
    }
    return switch (saga.run().phase()) {
      case Phase.Completed _ -> "earned";
      case Phase.Resolved _ -> "settled by hand, outside this system";
      case Phase.Running _ -> "on the way";
      case Phase.Compensating _, Phase.Compensated _, Phase.Stuck _ ->
          kind.equals("money") ? "held until it is refunded" : stockNote();
    };
  }

  private String stockNote() {
    return cell(SETTLEMENT).filter(it -> it.forth() == PathCell.Forth.DONE).isPresent()
        ? "sold"
        : "held until it is released";
  }

  /** The units and amounts that are held without being earned. */
  boolean holds(String step) {
    return cell(step).filter(cell -> isTaken(cell) && !isGivenBack(cell)).isPresent();
  }

  /** Nobody has said yet whether they are held. */
  boolean mayHold(String step) {
    return cell(step).filter(Ledger::isUncertain).isPresent();
  }

  private static boolean isTaken(PathCell cell) {
    return cell.forth() == PathCell.Forth.DONE;
  }

  private static boolean isGivenBack(PathCell cell) {
    return cell.back() == PathCell.Back.UNDONE;
  }

  private static boolean isUncertain(PathCell cell) {
    return switch (cell.forth()) {
      case RUNNING, RETRYING, TIMED_OUT, STUCK -> !isGivenBack(cell);
      case PENDING, DONE, REFUSED -> false;
    };
  }

  private Optional<PathCell> cell(String step) {
    return PathCell.of(saga.stepNames(), saga.run()).stream()
        .filter(cell -> cell.step().equals(step))
        .findFirst();
  }
}
