package dev.backstep.saga.engine;

import dev.backstep.contracts.Direction;
import dev.backstep.contracts.Reply;
import dev.backstep.contracts.value.Refusal;
import dev.backstep.contracts.value.RefusalCode;
import dev.backstep.saga.engine.RunEvent.Operated;
import dev.backstep.saga.engine.RunEvent.Replied;
import dev.backstep.saga.engine.RunEvent.Woken;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells one saga event by event, with a clock that only moves when it is told to. */
final class Story {
  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  static final Instant FAR = START.plus(Duration.ofDays(1));

  private final Saga<UUID> saga;
  private Instant now = START;
  private @Nullable Decision last;

  Story(Saga<UUID> saga) {
    this.saga = saga;
  }

  SagaRun start() {
    now = START;
    last = SagaEngine.start(saga, now);
    return last.run();
  }

  /** Decides without moving on. */
  Decision decide(SagaRun run, RunEvent event) {
    var due = run.dueAt();
    var at = event instanceof Woken && due != null ? due : now;
    return SagaEngine.decide(saga, run, event, at);
  }

  /** A stuck run whose slow retry is set, as it is after an operator's retry came to nothing. */
  SagaRun later(SagaRun stuck) {
    return switch (stuck.phase()) {
      case Phase.Stuck phase ->
          new SagaRun(
              stuck.version(),
              phase.with(phase.flight().dueAt(now)),
              stuck.steps(),
              stuck.sagaDue());
      case Phase.Running _, Phase.Compensating _, Phase.Final _ ->
          throw new IllegalArgumentException("not stuck");
    };
  }

  SagaRun completed() {
    start();
    done("stock");
    done("confirmation");
    return done("settlement").run();
  }

  Decision done(String step) {
    return on(new Replied(saga.commandId(index(step), Direction.DO), new Reply.Done("r")));
  }

  Decision refused(String step) {
    return on(replied(step, Direction.DO, RefusalCode.OUT_OF_STOCK));
  }

  Decision undone(String step) {
    return on(new Replied(saga.commandId(index(step), Direction.UNDO), new Reply.Undone()));
  }

  Decision undoRefused(String step) {
    return on(replied(step, Direction.UNDO, RefusalCode.NOT_POSSIBLE));
  }

  Decision operated(OperatorAction action) {
    return on(new Operated(action, "olga", "because"));
  }

  /** Moves the clock to when the saga wants to be woken, and wakes it. */
  Decision woken() {
    return wokenLate(Duration.ZERO);
  }

  Decision wokenLate(Duration late) {
    now = due().plus(late);
    return on(new Woken(false));
  }

  Decision wokenUnpublished() {
    now = due();
    return on(new Woken(true));
  }

  Decision on(RunEvent event) {
    last = SagaEngine.decide(saga, run(), event, now);
    return last;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  Instant now() {
    return now;
  }

  SagaRun run() {
    if (last == null) {
      return start();
    }
    return last.run();
  }

  SagaState state() {
    return run().phase().state();
  }

  Duration untilDue() {
    return Duration.between(now, due());
  }

  @Nullable String refusalOf(OperatorAction action) {
    return SagaEngine.offers(saga, run()).stream()
        .filter(offer -> offer.action() == action)
        .findFirst()
        .orElseThrow()
        .refusedBecause();
  }

  private Instant due() {
    var due = run().dueAt();
    if (due == null) {
      throw new IllegalStateException("it does not want to be woken");
    }
    return due;
  }

  private Replied replied(String step, Direction direction, RefusalCode code) {
    return new Replied(
        saga.commandId(index(step), direction), new Reply.Refused(new Refusal(code, "No.")));
  }

  private int index(String step) {
    return saga.definition().indexOf(step).orElseThrow();
  }
}
