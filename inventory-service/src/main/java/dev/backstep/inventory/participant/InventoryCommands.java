package dev.backstep.inventory.participant;

import dev.backstep.contracts.InventoryCommand;
import dev.backstep.messaging.barrier.CommandIntake;
import dev.backstep.messaging.consumer.PollConsumer;
import dev.backstep.messaging.intake.Poll;
import jakarta.inject.Singleton;

/** Takes the commands of a poll together, one poll at a time. */
@Singleton
class InventoryCommands implements PollConsumer {
  private final CommandIntake intake;
  private final StockHandler handler;

  InventoryCommands(CommandIntake intake, StockHandler handler) {
    this.intake = intake;
    this.handler = handler;
  }

  @Override
  public String channel() {
    return "inventory-commands";
  }

  @Override
  public void take(Poll poll) {
    intake.take(poll, InventoryCommand.class, handler);
  }
}
