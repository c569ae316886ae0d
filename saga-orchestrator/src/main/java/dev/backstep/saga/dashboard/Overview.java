package dev.backstep.saga.dashboard;

import dev.backstep.saga.books.BookLine;
import dev.backstep.saga.query.MoneyView;
import dev.backstep.saga.query.SagaRow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All sagas at a glance.
 *
 * @param attention what needs somebody, worst first
 * @param series oldest first, without gaps
 * @param grain milliseconds between two of them
 * @param delivery when messages do not leave; null when they do
 */
record Overview(
    Instant asOf,
    String window,
    KeyFigures figures,
    List<Attention> attention,
    List<SeriesPoint> series,
    long grain,
    List<StepFigures> steps,
    List<BookLine> books,
    Instant booksAsOf,
    @Nullable Delivery delivery,
    List<SagaRow> latest) {
  /** The same with the books, which are looked at apart. */
  Overview with(List<BookLine> lines, Instant looked) {
    return new Overview(
        asOf, window, figures, attention, series, grain, steps, lines, looked, delivery, latest);
  }

  /**
   * The largest letters on the page.
   *
   * @param startedChange against the window before, 0.03 is 3 % more; null without one
   * @param completedRatio of all that ended; null when nothing did
   */
  record KeyFigures(
      double startedPerMinute,
      @Nullable Double startedChange,
      @Nullable Double completedRatio,
      double completedTarget,
      long compensating,
      @Nullable Long undoMedianMs,
      long stuck,
      @Nullable Instant oldestStuckSince,
      @Nullable Long confirmP95Ms,
      long confirmTargetMs,
      List<MoneyView> moneyInFlight,
      long open) {}

  /** A minute or an hour. */
  record SeriesPoint(
      Instant at,
      long started,
      long completed,
      long compensated,
      long stuck,
      long resolved,
      @Nullable Long p50Ms,
      @Nullable Long p95Ms,
      @Nullable Long p99Ms) {}

  /**
   * One step, both directions.
   *
   * @param forth null for a step that is done when the saga starts
   * @param back null for a step without an undo
   */
  record StepFigures(
      String step,
      String title,
      String service,
      String kind,
      @Nullable DirectionFigures forth,
      @Nullable String undoTitle,
      @Nullable DirectionFigures back) {}

  /**
   * One command.
   *
   * @param retried part that needed more than one attempt
   * @param failed part that was refused or had no answer in time
   * @param blocked sagas that are stuck there now
   */
  record DirectionFigures(
      double perMinute, @Nullable Long p95Ms, double retried, double failed, long blocked) {}

  /** Messages that wait too long. */
  record Delivery(long waiting, long oldestMs, String sentence) {}
}
