package dev.backstep.shipping;

import dev.backstep.contracts.OrderEvent;
import dev.backstep.contracts.OrderEvent.ReturnInitiated;
import dev.backstep.contracts.OrderEvent.ShipmentBooked;
import dev.backstep.contracts.ShippingCommand;
import dev.backstep.contracts.ShippingCommand.BookShipment;
import dev.backstep.contracts.ShippingCommand.InitiateReturn;
import dev.backstep.messaging.barrier.Admitted;
import dev.backstep.messaging.barrier.CommandIntake;
import dev.backstep.messaging.barrier.Outcome;
import dev.backstep.messaging.consumer.PollConsumer;
import dev.backstep.messaging.intake.Poll;
import dev.backstep.messaging.outbox.Outbox;
import dev.backstep.messaging.outbox.Outgoing;
import dev.backstep.messaging.transaction.Transaction;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Books shipments and initiates returns, a poll at a time. */
@Singleton
class ShippingCommands implements PollConsumer {
  /** A parcel is booked once and returned at most once. */
  private static final long BOOKED_VERSION = 1;

  private static final long RETURNED_VERSION = 2;

  private final CommandIntake intake;
  private final Outbox outbox;
  private final InstantSource time;
  private final Supplier<UUID> ids;

  ShippingCommands(CommandIntake intake, Outbox outbox, InstantSource time, Supplier<UUID> ids) {
    this.intake = intake;
    this.outbox = outbox;
    this.time = time;
    this.ids = ids;
  }

  @Override
  public String channel() {
    return "shipping-commands";
  }

  @Override
  public void take(Poll poll) {
    intake.take(poll, ShippingCommand.class, this::handle);
  }

  List<Outcome> handle(Transaction tx, List<Admitted<ShippingCommand>> commands)
      throws SQLException {
    var now = time.instant();
    var parcels = ShipmentTable.initiateReturns(tx, returned(commands), now);
    var wave = new Wave();
    for (var command : commands) {
      switch (command.command()) {
        case BookShipment book -> wave.book(command, book, "BP-" + ids.get());
        case InitiateReturn(var orderId) -> wave.giveBack(command, orderId, parcels);
      }
    }
    ShipmentTable.book(tx, wave.bookings, now);
    outbox.append(tx, wave.events);
    return wave.outcomes;
  }

  private static List<UUID> returned(List<Admitted<ShippingCommand>> commands) {
    return commands.stream()
        .map(Admitted::command)
        .filter(InitiateReturn.class::isInstance)
        .map(ShippingCommand::orderId)
        .toList();
  }

  /** What one wave of commands comes to. */
  private static final class Wave {
    private final List<Booking> bookings = new ArrayList<>();
    private final List<Outgoing> events = new ArrayList<>();
    private final List<Outcome> outcomes = new ArrayList<>();

    void book(Admitted<?> command, BookShipment book, String parcel) {
      var refusal = Carriers.refusal(book.address());
      if (refusal.isPresent()) {
        outcomes.add(Outcome.refused(refusal.get().code(), refusal.get().detail()));
        return;
      }
      bookings.add(new Booking(book.orderId(), command.id().saga(), parcel, book.address()));
      tell(command, new ShipmentBooked(book.orderId(), BOOKED_VERSION, parcel));
      outcomes.add(Outcome.done(parcel));
    }

    void giveBack(Admitted<?> command, UUID orderId, Map<UUID, String> parcels) {
      var parcel = parcels.get(orderId);
      if (parcel == null) {
        throw new IllegalStateException("order " + orderId + " has no parcel that could return");
      }
      tell(command, new ReturnInitiated(orderId, RETURNED_VERSION, parcel));
      outcomes.add(Outcome.undone());
    }

    private void tell(Admitted<?> command, OrderEvent event) {
      events.add(Outgoing.event(event, command.traceparent()));
    }
  }
}
