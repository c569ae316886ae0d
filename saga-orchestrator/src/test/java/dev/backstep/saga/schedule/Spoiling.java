package dev.backstep.saga.schedule;

import dev.backstep.contracts.Topics;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What happens to records on their way. Requests are neither lost nor garbled: the broker promises
 * to keep them, and nobody would ask again.
 */
final class Spoiling {
  static final List<String> SPOILT =
      List.of(
          Topics.ORDER_COMMANDS,
          Topics.SHIPPING_COMMANDS,
          Topics.INVENTORY_COMMANDS,
          Topics.PAYMENT_COMMANDS,
          Topics.SAGA_REPLIES);

  private Spoiling() {}

  /** A record comes again; every other time one that was spoilt, so that it comes late. */
  static void repeat(World world, Move move) {
    var all = world.broker.all();
    var spoilt = all.stream().filter(entry -> entry.lost || entry.garbled).toList();
    Move.pick(move.how() % 2 == 0 && !spoilt.isEmpty() ? spoilt : all, move.which())
        .ifPresent(entry -> world.broker.append(entry.letter));
  }

  static void lose(World world, int which) {
    Move.pick(spoilable(world), which).ifPresent(entry -> entry.lost = true);
  }

  static void garble(World world, int which) {
    Move.pick(spoilable(world), which).ifPresent(entry -> entry.garbled = true);
  }

  /** The newest of each, for what was read long ago cannot be spoilt any more. */
  private static List<Broker.Entry> spoilable(World world) {
    return world.groups().stream()
        .filter(group -> SPOILT.contains(group.topic))
        .flatMap(group -> IntStream.range(0, Broker.PARTITIONS).mapToObj(group::records))
        .filter(records -> !records.isEmpty())
        .map(List::getLast)
        .toList();
  }
}
