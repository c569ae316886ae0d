package dev.backstep.saga.schedule;

import dev.backstep.contracts.CommandId;
import dev.backstep.contracts.ReplyMessage;
import dev.backstep.contracts.SagaRequest.CheckoutRequested;
import dev.backstep.saga.checkout.Checkout;
import dev.backstep.saga.checkout.CheckoutSaga;
import dev.backstep.saga.engine.ActionOffer;
import dev.backstep.saga.engine.Decision;
import dev.backstep.saga.engine.Effect;
import dev.backstep.saga.engine.LogEntry;
import dev.backstep.saga.engine.OperatorAction;
import dev.backstep.saga.engine.Phase;
import dev.backstep.saga.engine.RunEvent;
import dev.backstep.saga.engine.Saga;
import dev.backstep.saga.engine.SagaEngine;
import dev.backstep.saga.engine.SagaRun;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The real engine and the real definition; the runner, the timer and the reading of dead letters
 * around them, event by event. The real runner folds the events of a poll in memory and writes
 * once, which comes to the same because it holds the rows locked.
 */
final class OrchestratorModel {
  /** What is published later than this is told, as {@code LateCommands} does. */
  private static final Duration TOLERABLE = Duration.ofSeconds(1);

  /** A saga with its log. */
  static final class Stored {
    final Saga<Checkout> saga;
    final List<LogEntry> log = new ArrayList<>();
    SagaRun run;

    Stored(Saga<Checkout> saga, SagaRun run) {
      this.saga = saga;
      this.run = run;
    }

    Optional<CommandId> awaited() {
      return switch (run.phase()) {
        case Phase.Open open ->
            Optional.of(saga.commandId(open.flight().step(), open.flight().direction()));
        case Phase.Final _ -> Optional.empty();
      };
    }

    boolean isOpen() {
      return run.phase() instanceof Phase.Open;
    }

    /** Set aside: nothing but an operator, or a late answer, gets it going again. */
    boolean isParked() {
      return isOpen() && run.dueAt() == null;
    }
  }

  private final Map<UUID, Stored> sagas = new LinkedHashMap<>();
  private final Desk desk;

  OrchestratorModel(Desk desk) {
    this.desk = desk;
  }

  void start(CheckoutRequested request) {
    if (sagas.containsKey(request.sagaId())) {
      return;
    }
    var saga =
        new Saga<>(
            request.sagaId(), request.orderId(), CheckoutSaga.DEFINITION, Checkout.of(request));
    var decision = SagaEngine.start(saga, desk.chronicle.now());
    var stored = new Stored(saga, decision.run());
    sagas.put(saga.id(), stored);
    keep(stored, decision);
  }

  void replied(Letter letter, ReplyMessage reply) {
    var stored = sagas.get(reply.commandId().saga());
    if (stored == null) {
      desk.tell(letter.dead());
    } else {
      apply(stored, new RunEvent.Replied(reply.commandId(), reply.reply()));
    }
  }

  void deadLettered(Letter letter) {
    var id = letter.id();
    var command = CommandId.parse(id.endsWith("/reply") ? id.substring(0, id.length() - 6) : id);
    Optional.ofNullable(sagas.get(command.saga()))
        .ifPresent(stored -> apply(stored, new RunEvent.DeadLettered(command, "it is garbage")));
  }

  /** What the relay tells in the transaction in which it removes a row. */
  void published(OutboxModel.Row row) {
    var now = desk.chronicle.now();
    if (Duration.between(row.at(), now).compareTo(TOLERABLE) > 0) {
      sagas.values().stream()
          .filter(stored -> stored.awaited().map(CommandId::toString).equals(of(row)))
          .forEach(stored ->
              apply(stored, new RunEvent.PublishedLate(stored.awaited().orElseThrow(), now)));
    }
  }

  private static Optional<String> of(OutboxModel.Row row) {
    return Optional.of(row.letter().id());
  }

  boolean wake() {
    var due = sagas.values().stream().filter(this::isDue).toList();
    due.forEach(stored ->
        apply(
            stored,
            new RunEvent.Woken(
                stored.awaited().filter(id -> desk.outbox.holds(id.toString())).isPresent())));
    return !due.isEmpty();
  }

  private boolean isDue(Stored stored) {
    var due = stored.run.dueAt();
    return due != null && !due.isAfter(desk.chronicle.now());
  }

  Optional<Instant> earliestDue() {
    return sagas.values().stream()
        .flatMap(stored -> Optional.ofNullable(stored.run.dueAt()).stream())
        .min(Instant::compareTo);
  }

  /** Closing a saga by hand is not played: it promises nothing. */
  List<OperatorAction> offers(Stored stored) {
    return SagaEngine.offers(stored.saga, stored.run).stream()
        .filter(ActionOffer::allowed)
        .map(ActionOffer::action)
        .filter(action -> action != OperatorAction.RESOLVE)
        .toList();
  }

  void operate(Stored stored, OperatorAction action) {
    apply(stored, new RunEvent.Operated(action, "olga", "because"));
  }

  /** An event that cannot be decided parks the saga, as the runner does. */
  private void apply(Stored stored, RunEvent event) {
    var now = desk.chronicle.now();
    try {
      keep(stored, SagaEngine.decide(stored.saga, stored.run, event, now));
    } catch (RuntimeException bug) {
      desk.chronicle.bug(String.valueOf(bug.getMessage()));
      var parked = new RunEvent.Parked(String.valueOf(bug.getMessage()));
      keep(stored, SagaEngine.decide(stored.saga, stored.run, parked, now));
    }
  }

  private void keep(Stored stored, Decision decision) {
    stored.run = decision.run();
    stored.log.add(decision.entry());
    for (var effect : decision.effects()) {
      switch (effect) {
        case Effect.Send(var id, var command, var _) -> desk.tell(Letter.command(id, command));
        case Effect.Announce(var event) -> desk.tell(event);
      }
    }
  }

  Collection<Stored> all() {
    return sagas.values();
  }

  Optional<Stored> of(UUID saga) {
    return Optional.ofNullable(sagas.get(saga));
  }
}
