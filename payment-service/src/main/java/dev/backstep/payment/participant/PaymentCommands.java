package dev.backstep.payment.participant;

import dev.backstep.contracts.PaymentCommand;
import dev.backstep.messaging.barrier.CommandIntake;
import dev.backstep.messaging.consumer.PollConsumer;
import dev.backstep.messaging.intake.Poll;
import jakarta.inject.Singleton;

/** Takes the commands of a poll together, one poll at a time. The gateway is never asked here. */
@Singleton
class PaymentCommands implements PollConsumer {
  private final CommandIntake intake;
  private final PaymentHandler handler;

  PaymentCommands(CommandIntake intake, PaymentHandler handler) {
    this.intake = intake;
    this.handler = handler;
  }

  @Override
  public String channel() {
    return "payment-commands";
  }

  @Override
  public void take(Poll poll) {
    intake.take(poll, PaymentCommand.class, handler);
  }
}
