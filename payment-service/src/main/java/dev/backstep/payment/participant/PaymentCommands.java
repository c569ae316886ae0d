package dev.backstep.payment.participant;

import dev.backstep.contracts.PaymentCommand;
import dev.backstep.messaging.barrier.CommandIntake;
import dev.backstep.messaging.intake.Poll;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes the commands of a poll together, one poll at a time. The gateway is never asked here. */
@ApplicationScoped
class PaymentCommands {
  private final CommandIntake intake;
  private final PaymentHandler handler;

  PaymentCommands(CommandIntake intake, PaymentHandler handler) {
    this.intake = intake;
    this.handler = handler;
  }

  @Incoming("payment-commands")
  @Blocking
  void take(Poll poll) {
    intake.take(poll, PaymentCommand.class, handler);
  }
}
