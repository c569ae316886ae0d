package dev.backstep.e2e.audit;

import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.Part;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Waits until nothing is on its way any more. */
public final class Rest {
  /** Short beside a saga, cheap beside a service. */
  private static final Duration PAUSE = Duration.ofMillis(100);

  private static final String PENDING = "SELECT count(*) FROM orders WHERE status = 'PENDING'";
  private static final String OUTBOX = "SELECT count(*) FROM outbox";
  private static final String LRAS =
      """
      SELECT count(*) FROM lra_attempt a JOIN saga s ON s.id = a.saga_id
       WHERE a.ended IS NULL AND s.state IN ('COMPLETED', 'COMPENSATED', 'RESOLVED')
      """;
  private static final String UNANSWERED =
      "SELECT count(*) FROM barrier WHERE state IN ('doing', 'undoing')";

  private Rest() {}

  /**
   * Returns what still moves when it is over: nothing, if the stack came to rest within the limit.
   * A saga that is stuck does not move.
   */
  public static List<String> await(Layout layout, Duration limit)
      throws SQLException, InterruptedException {
    try (var witnesses = StackWitnesses.of(layout)) {
      long end = System.nanoTime() + limit.toNanos();
      var moving = moving(witnesses);
      while (!moving.isEmpty() && System.nanoTime() < end) {
        Thread.sleep(PAUSE);
        moving = moving(witnesses);
      }
      return moving;
    }
  }

  private static List<String> moving(Witnesses witnesses) throws SQLException {
    var moving = new ArrayList<String>();
    count(witnesses, Part.ORDER_SERVICE, PENDING, "orders are pending", moving);
    count(witnesses, Part.SAGA_ORCHESTRATOR, SagaRow.MOVING, "sagas are open", moving);
    count(witnesses, Part.SAGA_ORCHESTRATOR, LRAS, "LRAs are to be ended", moving);
    for (Part service : Part.services()) {
      count(witnesses, service, OUTBOX, "messages wait in " + service.label(), moving);
      count(witnesses, service, UNANSWERED, "answers are due from " + service.label(), moving);
    }
    var outdated = StockIsShownAsItIs.outdated(witnesses);
    if (!outdated.isEmpty()) {
      moving.add(outdated.size() + " products are shown with an older stock");
    }
    return moving;
  }

  private static void count(
      Witnesses witnesses, Part service, String sql, String what, List<String> moving)
      throws SQLException {
    long number = Rows.number(witnesses.database(service), sql);
    if (number > 0) {
      moving.add(number + " " + what);
    }
  }
}
