package dev.backstep.e2e.audit;

import dev.backstep.stack.layout.Layout;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The auditor: every invariant, one after the other, without changing anything. */
public final class Audit {
  private static final List<Invariant> INVARIANTS =
      List.of(
          new MoneyAddsUp(),
          new ChargedOnce(),
          new ChargedBeforeConfirmed(),
          new PaymentsMatchLedger(),
          new StockAddsUp(),
          new NothingReserved(),
          new StockIsShownAsItIs(),
          new SoldIsConfirmed(),
          new ShipmentsMatchOrders(),
          new HistoriesFollowTheGraph(),
          new SagasMatchOrders(),
          new SagaLogsAreWhole(),
          new SagasFollowTheGraph(),
          new UndoneInFull(),
          new NothingAfterItsUndo(),
          new NoSagaOverdue(),
          new OutboxesEmpty(),
          new NothingHalfDone(),
          new EveryCommandWasTaken(),
          new EveryChangeWasTold(),
          new TopicsTellTheTruth(),
          new DeadLettersAreKnown(),
          new EachKeyIsOneOrder(),
          new LrasHaveTheirSagas(),
          new SagasEndAsTheirLras());

  private final Witnesses witnesses;

  /** Hears those witnesses. */
  public Audit(Witnesses witnesses) {
    this.witnesses = witnesses;
  }

  /** Everything that must hold at that strength. */
  public AuditReport judge(Strength strength) throws SQLException {
    return judge(strength, History.NONE);
  }

  /**
   * The same, and that clients were told nothing but the truth.
   *
   * @param history what they know
   */
  public AuditReport judge(Strength strength, History history) throws SQLException {
    var judged = new ArrayList<AuditReport.Judged>();
    for (var invariant : INVARIANTS) {
      judge(invariant, strength, judged);
    }
    judge(new ClientsWereToldTheTruth(history), strength, judged);
    return new AuditReport(strength, judged);
  }

  private void judge(Invariant invariant, Strength strength, List<AuditReport.Judged> judged)
      throws SQLException {
    if (invariant.judges(strength)) {
      var finding = invariant.check(witnesses, strength);
      judged.add(new AuditReport.Judged(invariant.claim(), finding));
    }
  }

  /** One audit of a local stack, with everything that its topics remember. */
  public static AuditReport of(Layout layout, Strength strength, History history)
      throws SQLException {
    return of(layout, strength, history, Optional.empty());
  }

  /**
   * The same.
   *
   * @param since of what was begun earlier nothing is asked of the topics
   */
  static AuditReport of(Layout layout, Strength strength, History history, Optional<Instant> since)
      throws SQLException {
    try (var witnesses = StackWitnesses.of(layout, since)) {
      return new Audit(witnesses).judge(strength, history);
    }
  }
}
