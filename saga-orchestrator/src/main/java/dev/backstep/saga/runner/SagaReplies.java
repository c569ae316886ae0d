package dev.backstep.saga.runner;

import dev.backstep.contracts.ReplyMessage;
import dev.backstep.messaging.consumer.PollConsumer;
import dev.backstep.messaging.intake.DeadLetter;
import dev.backstep.messaging.intake.DeadLetters;
import dev.backstep.messaging.intake.Delivered;
import dev.backstep.messaging.intake.Intake;
import dev.backstep.messaging.intake.Poll;
import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.saga.engine.RunEvent;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;

/** Takes the answers of the participants. */
@Singleton
class SagaReplies implements PollConsumer {
  private final Intake intake;
  private final Runner runner;
  private final DeadLetters deadLetters;

  SagaReplies(Intake intake, Runner runner, DeadLetters deadLetters) {
    this.intake = intake;
    this.runner = runner;
    this.deadLetters = deadLetters;
  }

  @Override
  public String channel() {
    return "saga-replies";
  }

  @Override
  public void take(Poll poll) {
    intake.take(poll, ReplyMessage.class, this::apply);
  }

  private void apply(Transaction tx, List<Delivered<ReplyMessage>> replies) throws SQLException {
    var unknown =
        runner.apply(tx, replies.stream().map(Delivered::message).map(this::incident).toList());
    deadLetters.append(
        tx,
        replies.stream()
            .filter(reply -> unknown.contains(reply.message().commandId().saga()))
            .map(SagaReplies::orphan)
            .toList());
  }

  private Incident incident(ReplyMessage reply) {
    return new Incident(
        reply.commandId().saga(), new RunEvent.Replied(reply.commandId(), reply.reply()));
  }

  private static DeadLetter orphan(Delivered<ReplyMessage> reply) {
    return new DeadLetter(
        reply.received(), DeadLetter.Cause.FAILED, "it answers a saga that does not exist");
  }
}
