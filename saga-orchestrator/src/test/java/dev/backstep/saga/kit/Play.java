package dev.backstep.saga.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.contracts.CommandId;
import dev.backstep.contracts.Reply;
import dev.backstep.saga.engine.Decision;
import dev.backstep.saga.engine.Effect;
import dev.backstep.saga.engine.LogEntry;
import dev.backstep.saga.engine.Phase;
import dev.backstep.saga.engine.RunEvent;
import dev.backstep.saga.engine.Saga;
import dev.backstep.saga.engine.SagaEngine;
import dev.backstep.saga.engine.SagaRun;
import dev.backstep.saga.kit.Scenario.Fate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** One saga against model participants. After every log entry it is rebuilt from the log alone. */
final class Play<D> {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00.123456Z");
  private static final Duration OUTAGE = Duration.ofMinutes(10);
  private static final int ENDLESS = 2_000;

  private record Answer(CommandId command, Reply reply) {}

  private final Saga<D> saga;
  private final Scenario scenario;
  private final Participants participants;
  private final List<LogEntry> log = new ArrayList<>();
  private final List<Effect> effects = new ArrayList<>();
  private final Queue<CommandId> commands = new ArrayDeque<>();
  private final Queue<CommandId> heldCommands = new ArrayDeque<>();
  private final Queue<Answer> answers = new ArrayDeque<>();
  private final Queue<Answer> heldAnswers = new ArrayDeque<>();
  private final Map<CommandId, Integer> commandsSeen = new HashMap<>();
  private final Map<CommandId, Integer> answersSeen = new HashMap<>();
  private Instant now = START;
  private SagaRun run;

  private Play(Saga<D> saga, Scenario scenario) {
    this.saga = saga;
    this.scenario = scenario;
    this.participants = new Participants(saga, scenario.refusals());
    this.run = store(SagaEngine.start(saga, now));
  }

  /** Plays until nothing moves any more. */
  static <D> Play<D> of(Saga<D> saga, Scenario scenario) {
    var play = new Play<>(saga, scenario);
    for (int round = 0; play.runOnce(); round++) {
      assertThat(round).as("it comes to an end").isLessThan(ENDLESS);
    }
    return play;
  }

  Participants participants() {
    return participants;
  }

  SagaRun run() {
    return run;
  }

  List<LogEntry> log() {
    return List.copyOf(log);
  }

  List<Effect> effects() {
    return List.copyOf(effects);
  }

  private boolean runOnce() {
    release();
    if (!commands.isEmpty()) {
      carry(commands.remove());
    } else if (!answers.isEmpty()) {
      var answer = answers.remove();
      apply(new RunEvent.Replied(answer.command(), answer.reply()));
    } else {
      return sleep();
    }
    return true;
  }

  private boolean sleep() {
    var due = run.dueAt();
    if (due == null) {
      return false;
    }
    now = due;
    apply(new RunEvent.Woken(false));
    return true;
  }

  /** What was held back arrives when it is too late. */
  private void release() {
    var tooLate =
        switch (run.phase()) {
          case Phase.Running _ -> false;
          case Phase.Compensating _, Phase.Stuck _ -> commands.isEmpty() && answers.isEmpty();
          case Phase.Final _ -> true;
        };
    if (tooLate) {
      commands.addAll(heldCommands);
      heldCommands.clear();
      answers.addAll(heldAnswers);
      heldAnswers.clear();
    }
  }

  private void carry(CommandId command) {
    var reply = participants.take(command);
    send(
        scenario.replies().get(command),
        answersSeen.merge(command, 1, Integer::sum),
        new Answer(command, reply),
        answers,
        heldAnswers);
  }

  private <T> void send(@Nullable Fate fate, int nth, T message, Queue<T> arriving, Queue<T> held) {
    if (fate == null || nth > fate.first()) {
      arriving.add(message);
      if (scenario.twice()) {
        arriving.add(message);
      }
    } else if (fate.kind() == Scenario.Kind.HELD) {
      held.add(message);
    }
  }

  private void apply(RunEvent event) {
    now = now.plusMillis(1);
    run = store(SagaEngine.decide(saga, run, event, now));
  }

  /** A crash after every entry: only the log survives, and the run comes out of it again. */
  private SagaRun store(Decision decision) {
    log.add(decision.entry());
    effects.addAll(decision.effects());
    var rebuilt = SagaEngine.fold(saga, log);
    assertThat(rebuilt).isEqualTo(decision.run());
    run = rebuilt;
    var sent = new ArrayList<CommandId>();
    for (var effect : decision.effects()) {
      if (effect instanceof Effect.Send(var id, var _, var _)) {
        sent.add(id);
      }
    }
    sent.forEach(this::publish);
    return run;
  }

  private void publish(CommandId command) {
    int nth = commandsSeen.merge(command, 1, Integer::sum);
    if (scenario.brokerDown() && nth == 1) {
      waitInTheOutbox(command);
    }
    send(scenario.commands().get(command), nth, command, commands, heldCommands);
  }

  private void waitInTheOutbox(CommandId command) {
    var due = run.dueAt();
    now = due == null || due.isBefore(now) ? now : due;
    apply(new RunEvent.Woken(true));
    now = now.plus(OUTAGE);
    apply(new RunEvent.PublishedLate(command, now));
  }
}
