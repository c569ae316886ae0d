package dev.backstep.saga.runner;

import dev.backstep.saga.engine.Decision;
import dev.backstep.saga.engine.ImpossibleEventException;
import dev.backstep.saga.engine.LogEntry;
import dev.backstep.saga.engine.RunEvent;
import dev.backstep.saga.engine.SagaEngine;
import dev.backstep.saga.engine.SagaRun;
import dev.backstep.saga.log.Advance;
import dev.backstep.saga.log.StoredSaga;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** What one transaction does to one saga: event after event, folded in memory. */
final class Turn {
  private static final Logger LOG = Logger.getLogger(Turn.class);

  private final StoredSaga stored;
  private final List<LogEntry> entries = new ArrayList<>();
  private final Leaving leaving;
  private SagaRun run;

  Turn(StoredSaga stored) {
    this.stored = stored;
    this.run = stored.run();
    this.leaving = new Leaving(stored.saga(), stored.traceparent());
  }

  /** An event that cannot be decided parks this saga; its neighbours never notice. */
  void take(RunEvent event, Instant now) {
    Decision decision;
    try {
      decision = SagaEngine.decide(stored.saga(), run, event, now);
    } catch (RuntimeException bug) {
      LOG.errorf(bug, "Saga %s is parked", stored.saga().id());
      decision = SagaEngine.decide(stored.saga(), run, new RunEvent.Parked(reason(bug)), now);
    }
    keep(decision);
  }

  private void keep(Decision decision) {
    run = decision.run();
    entries.add(decision.entry());
    leaving.add(decision);
  }

  /** Only our own exceptions speak without repeating what they were given. */
  private static String reason(RuntimeException bug) {
    return bug instanceof ImpossibleEventException
        ? "Parked: " + bug.getMessage()
        : "Parked: the next move could not be decided (" + bug.getClass().getSimpleName() + ")";
  }

  SagaRun run() {
    return run;
  }

  boolean moved() {
    return !entries.isEmpty();
  }

  Advance advance() {
    return new Advance(stored, run, entries);
  }

  Leaving leaving() {
    return leaving;
  }
}
