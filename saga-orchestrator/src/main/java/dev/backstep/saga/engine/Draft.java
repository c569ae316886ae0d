package dev.backstep.saga.engine;

import dev.backstep.contracts.Command;
import dev.backstep.contracts.CommandId;
import dev.backstep.contracts.Direction;
import dev.backstep.contracts.SagaEvent;
import dev.backstep.contracts.WireTypes;
import dev.backstep.contracts.value.Refusal;
import dev.backstep.saga.engine.StepStatus.Back;
import dev.backstep.saga.engine.StepStatus.Forth;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A decision in the making. Lives for one call and is never shared. */
final class Draft<D> {
  final Saga<D> saga;
  final RunEvent event;
  final Instant now;
  private final long version;
  private final List<StepStatus> steps;
  private final List<Effect> effects = new ArrayList<>();
  private final List<LogEntry.Sent> sent = new ArrayList<>();
  private @Nullable Phase phase;
  private Instant sagaDue;
  private @Nullable Refusal calledBack;

  private Draft(Saga<D> saga, RunEvent event, Instant now, long version, List<StepStatus> steps) {
    this.saga = saga;
    this.event = event;
    this.now = now;
    this.version = version;
    this.steps = new ArrayList<>(steps);
    this.sagaDue = now.plus(saga.definition().policies().saga());
  }

  static <D> Draft<D> newborn(Saga<D> saga, Instant now) {
    var pending = Collections.nCopies(saga.definition().steps().size(), StepStatus.PENDING);
    return new Draft<>(saga, new RunEvent.Started(), now, 1, pending);
  }

  static <D> Draft<D> of(Saga<D> saga, SagaRun run, RunEvent event, Instant now) {
    var draft = new Draft<>(saga, event, now, run.version() + 1, run.steps());
    draft.phase = run.phase();
    draft.sagaDue = run.sagaDue();
    draft.calledBack = run.calledBack();
    return draft;
  }

  long version() {
    return version;
  }

  Policies policies() {
    return saga.definition().policies();
  }

  List<StepStatus> steps() {
    return Collections.unmodifiableList(steps);
  }

  Instant sagaDue() {
    return sagaDue;
  }

  void extendSaga(Duration lost) {
    sagaDue = sagaDue.plus(lost);
  }

  void sagaDueNotBefore(Instant earliest) {
    sagaDue = sagaDue.isBefore(earliest) ? earliest : sagaDue;
  }

  /** Why it is to turn back when it is complete, if it is. */
  @Nullable Refusal calledBack() {
    return calledBack;
  }

  void callBackWhenComplete(Refusal cause) {
    calledBack = cause;
  }

  void mark(int step, Forth forth) {
    steps.set(step, steps.get(step).to(forth));
  }

  void mark(int step, Back back) {
    steps.set(step, steps.get(step).to(back));
  }

  void enter(Phase next) {
    phase = next;
  }

  void announce(SagaEvent message) {
    effects.add(new Effect.Announce(message));
  }

  CommandId idOf(Flight flight) {
    return saga.commandId(flight.step(), flight.direction());
  }

  String nameOf(Flight flight) {
    return saga.definition().step(flight.step()).name();
  }

  void sendDo(Flight flight) {
    mark(flight.step(), Forth.SENT);
    send(new Effect.Send(idOf(flight), saga.run(flight.step()), flight.attempt()));
  }

  void sendUndo(Flight flight, Refusal cause) {
    mark(flight.step(), Back.SENT);
    send(new Effect.Send(idOf(flight), saga.undo(flight.step(), cause), flight.attempt()));
  }

  /** In place of an undo; nobody waits for the answer. */
  void sendLeave(int step, Command command) {
    mark(step, Back.SENT);
    send(new Effect.Send(saga.commandId(step, Direction.UNDO), command, 1));
  }

  private void send(Effect.Send effect) {
    effects.add(effect);
    sent.add(new LogEntry.Sent(effect.id(), WireTypes.of(effect.command()), effect.attempt()));
  }

  Decision conclude(Flight about, Outcome outcome, String reason) {
    return conclude(idOf(about), about.attempt(), outcome, reason);
  }

  Decision conclude(@Nullable CommandId about, int attempt, Outcome outcome, String reason) {
    if (phase == null) {
      throw new IllegalStateException("a decision without a phase");
    }
    return new Decision(
        new SagaRun(version, phase, steps, sagaDue, calledBack),
        new LogEntry(version, now, event, about, attempt, outcome, reason, sent),
        effects);
  }

  ImpossibleEventException impossible(String why) {
    var state = phase == null ? SagaState.RUNNING : phase.state();
    return new ImpossibleEventException(saga.id(), state, why);
  }
}
