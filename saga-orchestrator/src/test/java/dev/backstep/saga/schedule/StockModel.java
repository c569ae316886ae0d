package dev.backstep.saga.schedule;

import dev.backstep.contracts.Command;
import dev.backstep.contracts.CommandId;
import dev.backstep.contracts.InventoryCommand.ReleaseStock;
import dev.backstep.contracts.InventoryCommand.ReserveStock;
import dev.backstep.contracts.InventoryCommand.SettleStock;
import dev.backstep.contracts.InventoryEvent.StockChanged;
import dev.backstep.contracts.Reply;
import dev.backstep.contracts.value.RefusalCode;
import dev.backstep.contracts.value.Sku;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One product. The real participant locks its rows, decides a batch in memory and writes once; here
 * each command is decided on what is there.
 */
final class StockModel implements Participant {
  static final Sku SKU = new Sku("KETTLE");
  static final long RECEIVED = 16;

  enum Hold {
    RESERVED,
    RELEASED,
    SOLD
  }

  private final Map<UUID, Hold> holds = new HashMap<>();
  private final Map<UUID, Long> units = new HashMap<>();
  private final Desk desk;
  private final boolean readThenWrite;
  private long seen = RECEIVED;
  private long available = RECEIVED;
  private long reserved;
  private long sold;
  private long version;

  StockModel(Desk desk, Sabotage sabotage) {
    this.desk = desk;
    this.readThenWrite = sabotage == Sabotage.READ_THEN_WRITE_STOCK;
  }

  /** What a sabotaged participant remembers of the moment when a poll came in. */
  void look() {
    seen = available;
  }

  @Override
  public Optional<Reply> apply(CommandId id, Command command) {
    return Optional.of(
        switch (command) {
          case ReserveStock it -> reserve(id, it);
          case ReleaseStock(var order) when holds.get(order) == Hold.RESERVED ->
              leave(id, order, Hold.RELEASED, new Reply.Undone());
          case ReleaseStock _ -> Desk.refused(RefusalCode.NOT_POSSIBLE);
          case SettleStock(var order) when holds.get(order) == Hold.RESERVED ->
              leave(id, order, Hold.SOLD, new Reply.Done("r"));
          case SettleStock _ -> throw new IllegalStateException("it holds nothing to settle");
          default -> throw new IllegalStateException("no command of the stock");
        });
  }

  private Reply reserve(CommandId id, ReserveStock command) {
    long wanted = command.lines().lines().getFirst().quantity();
    long there = readThenWrite ? seen : available;
    if (there < wanted) {
      return Desk.refused(RefusalCode.OUT_OF_STOCK);
    }
    available = there - wanted;
    reserved += wanted;
    holds.put(command.orderId(), Hold.RESERVED);
    units.put(command.orderId(), wanted);
    return changed(id, new Reply.Done("r"));
  }

  private Reply leave(CommandId id, UUID order, Hold next, Reply reply) {
    long held = units.getOrDefault(order, 0L);
    reserved -= held;
    holds.put(order, next);
    if (next == Hold.SOLD) {
      sold += held;
    } else {
      available += held;
    }
    return changed(id, reply);
  }

  private Reply changed(CommandId id, Reply reply) {
    desk.chronicle.happened(id);
    desk.tell(new StockChanged(SKU, ++version, available, reserved, sold));
    return reply;
  }

  boolean addsUp() {
    return available >= 0 && reserved >= 0 && available + reserved + sold == RECEIVED;
  }

  boolean matchesHolds() {
    return reserved == held(Hold.RESERVED) && sold == held(Hold.SOLD);
  }

  private long held(Hold kind) {
    return holds.keySet().stream()
        .filter(order -> holds.get(order) == kind)
        .mapToLong(order -> units.getOrDefault(order, 0L))
        .sum();
  }

  Optional<Hold> holdOf(UUID order) {
    return Optional.ofNullable(holds.get(order));
  }

  long version() {
    return version;
  }

  @Override
  public String toString() {
    return "received %d, available %d, reserved %d, sold %d"
        .formatted(RECEIVED, available, reserved, sold);
  }
}
