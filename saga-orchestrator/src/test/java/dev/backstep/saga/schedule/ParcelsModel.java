package dev.backstep.saga.schedule;

import dev.backstep.contracts.Command;
import dev.backstep.contracts.CommandId;
import dev.backstep.contracts.OrderEvent;
import dev.backstep.contracts.Reply;
import dev.backstep.contracts.ShippingCommand.BookShipment;
import dev.backstep.contracts.ShippingCommand.InitiateReturn;
import dev.backstep.contracts.value.RefusalCode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Parcels. Nobody delivers to country XX. */
final class ParcelsModel implements Participant {
  static final String NOWHERE = "XX";

  private final Map<UUID, Boolean> booked = new HashMap<>();
  private final Desk desk;

  ParcelsModel(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Optional<Reply> apply(CommandId id, Command command) {
    return Optional.of(
        switch (command) {
          case BookShipment it when it.address().country().equals(NOWHERE) ->
              Desk.refused(RefusalCode.ADDRESS_NOT_SERVICEABLE);
          case BookShipment it -> {
            move(id, it.orderId(), true);
            desk.tell(new OrderEvent.ShipmentBooked(it.orderId(), 1, "p"));
            yield new Reply.Done("p");
          }
          case InitiateReturn(var order) when isBooked(order) -> {
            move(id, order, false);
            desk.tell(new OrderEvent.ReturnInitiated(order, 2, "p"));
            yield new Reply.Undone();
          }
          case InitiateReturn _ -> Desk.refused(RefusalCode.NOT_POSSIBLE);
          default -> throw new IllegalStateException("no command of a parcel");
        });
  }

  private void move(CommandId id, UUID order, boolean booking) {
    booked.put(order, booking);
    desk.chronicle.happened(id);
  }

  boolean isBooked(UUID order) {
    return booked.getOrDefault(order, false);
  }

  /** Booked at some time, returned or not. */
  boolean wasBooked(UUID order) {
    return booked.containsKey(order);
  }
}
