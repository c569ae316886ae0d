package dev.backstep.saga.schedule;

import dev.backstep.saga.schedule.GatewayModel.Entry;
import java.util.HashSet;
import java.util.stream.Stream;

/** One charge at most and one refund at most for each order, whatever the keys. */
final class ChargedOnce implements Invariant {
  @Override
  public Stream<String> always(World world) {
    var charged = new HashSet<>();
    var refunded = new HashSet<>();
    return world.gateway.ledger().stream()
        .filter(entry ->
            entry.captured() > 0 ? !charged.add(entry.order()) : !refunded.add(entry.order()))
        .map(Entry::toString);
  }
}
