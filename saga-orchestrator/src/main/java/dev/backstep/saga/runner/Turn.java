package dev.backstep.saga.runner;

import dev.backstep.messaging.outbox.Outgoing;
import dev.backstep.saga.engine.Decision;
import dev.backstep.saga.engine.Effect;
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
import org.jspecify.annotations.Nullable;

/** What one transaction does to one saga: event after event, folded in memory. */
final class Turn {
  private static final Logger LOG = Logger.getLogger(Turn.class);

  private final StoredSaga stored;
  private final List<LogEntry> entries = new ArrayList<>();
  private final List<Outgoing> messages = new ArrayList<>();
  private SagaRun run;

  Turn(StoredSaga stored) {
    this.stored = stored;
    this.run = stored.run();
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
    for (var effect : decision.effects()) {
      messages.add(outgoing(effect, stored.traceparent()));
    }
  }

  static Outgoing outgoing(Effect effect, @Nullable String traceparent) {
    return switch (effect) {
      case Effect.Send(var id, var command, var _) -> Outgoing.command(id, command, traceparent);
      case Effect.Announce(var event) -> Outgoing.event(event, traceparent);
    };
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

  List<Outgoing> messages() {
    return messages;
  }
}
