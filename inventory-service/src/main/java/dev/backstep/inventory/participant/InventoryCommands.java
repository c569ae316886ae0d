package dev.backstep.inventory.participant;

import dev.backstep.contracts.InventoryCommand;
import dev.backstep.messaging.barrier.CommandIntake;
import dev.backstep.messaging.intake.Poll;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes the commands of a poll together, one poll at a time. */
@ApplicationScoped
class InventoryCommands {
  private final CommandIntake intake;
  private final StockHandler handler;

  InventoryCommands(CommandIntake intake, StockHandler handler) {
    this.intake = intake;
    this.handler = handler;
  }

  @Incoming("inventory-commands")
  @Blocking
  void take(Poll poll) {
    intake.take(poll, InventoryCommand.class, handler);
  }
}
