package dev.backstep.saga.runner;

import dev.backstep.contracts.Command;
import dev.backstep.messaging.barrier.Admitted;
import dev.backstep.messaging.outbox.Outgoing;
import dev.backstep.saga.engine.Decision;
import dev.backstep.saga.engine.Effect;
import dev.backstep.saga.engine.Phase;
import dev.backstep.saga.engine.Saga;
import dev.backstep.saga.engine.SagaRun;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What leaves because of one saga's decisions: messages, and calls in long running actions. */
final class Leaving {
  private final Saga<?> saga;
  private final @Nullable String traceparent;
  final List<Outgoing> messages = new ArrayList<>();
  final List<Admitted<Command>> calls = new ArrayList<>();
  private @Nullable SagaRun run;

  Leaving(Saga<?> saga, @Nullable String traceparent) {
    this.saga = saga;
    this.traceparent = traceparent;
  }

  void add(Decision decision) {
    run = decision.run();
    for (var effect : decision.effects()) {
      switch (effect) {
        case Effect.Announce(var event) -> messages.add(Outgoing.event(event, traceparent));
        case Effect.Send send -> send(send);
      }
    }
  }

  private void send(Effect.Send send) {
    if (saga.definition().goesByLra(send.id().step())) {
      calls.add(new Admitted<>(send.id(), send.command(), traceparent));
    } else {
      messages.add(Outgoing.command(send.id(), send.command(), traceparent));
    }
  }

  UUID saga() {
    return saga.id();
  }

  /** Whether it is over, and what others did for it stands. */
  boolean closesLras() {
    return endsLras() && stands();
  }

  /** Whether it is over, and nothing stands that others did for it. */
  boolean dropsLras() {
    return endsLras() && !stands();
  }

  private boolean endsLras() {
    return run != null && run.phase() instanceof Phase.Final && saga.definition().hasLraSteps();
  }

  /** One that was settled by hand stands when it was past the point of no return. */
  private boolean stands() {
    return run != null
        && switch (run.phase()) {
          case Phase.Completed _ -> true;
          case Phase.Resolved _ -> saga.definition().isPivotDone(run);
          case Phase.Compensated _, Phase.Open _ -> false;
        };
  }
}
