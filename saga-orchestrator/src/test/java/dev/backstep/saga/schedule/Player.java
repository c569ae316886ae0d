package dev.backstep.saga.schedule;

import dev.backstep.saga.schedule.Service.Instance;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Plays moves in a world. */
final class Player {
  private static final int FEW = 3;
  private static final int ALL = 1_000;
  private static final List<Duration> TICKS =
      List.of(
          Duration.ofMillis(5),
          Duration.ofMillis(500),
          Duration.ofSeconds(4),
          Duration.ofMinutes(2));
  private static final int NONE = -1;

  private record Seat(ConsumerModel consumer, int partition) {}

  private final World world;
  private final Shoppers shoppers;

  Player(World world) {
    this.world = world;
    this.shoppers = new Shoppers(world);
  }

  void play(Move move) {
    switch (move.kind()) {
      case PLACE -> shoppers.place(move);
      case PUBLISH -> instance(World::canRead, move).ifPresent(this::publish);
      case READ -> instance(World::canRead, move).ifPresent(world::read);
      case SEND ->
          instance(each -> each.relay.canSend(), move)
              .ifPresent(each -> each.relay.send(1 + move.how() % FEW, move.how() % 11));
      case REMOVE -> instance(each -> each.relay.canRemove(), move).ifPresent(world::remove);
      case CONSUME -> Move.pick(seats(), move.which()).ifPresent(this::consume);
      case POLL ->
          Move.pick(seats(), move.which())
              .ifPresent(seat -> world.poll(seat.consumer, seat.partition, 1 + move.how() % FEW));
      case APPLY ->
          consumer(ConsumerModel::canApply, move)
              .ifPresent(each -> each.apply(move.how() % 10 == 0));
      case COMMIT -> consumer(ConsumerModel::canCommit, move).ifPresent(ConsumerModel::commit);
      case CLAIM, ASK, STORE -> new Asking(world).play(move);
      case WAKE -> wake();
      case TICK -> world.chronicle.pass(TICKS.get(move.how() % TICKS.size()));
      case TAKE_OVER -> instance(_ -> true, move).ifPresent(each -> each.relay.takeOver());
      case REBALANCE ->
          group(move).ifPresent(each -> each.rebalance(partition(move), member(move)));
      case REWIND -> group(move).ifPresent(each -> each.rewind(partition(move), FEW));
      case CRASH -> instance(_ -> true, move).ifPresent(Instance::crash);
      case REPEAT -> Spoiling.repeat(world, move);
      case LOSE -> Spoiling.lose(world, move.which());
      case GARBLE -> Spoiling.garble(world, move.which());
      case OPERATE -> operate(move);
    }
  }

  private void publish(Instance instance) {
    world.read(instance);
    instance.relay.send(ALL, NONE);
    world.remove(instance);
  }

  private void consume(Seat seat) {
    world.poll(seat.consumer, seat.partition, ALL);
    seat.consumer.apply(false);
    seat.consumer.commit();
  }

  /** Time passes until the next timer of a saga, and it fires. */
  private void wake() {
    world.orchestrator.earliestDue().ifPresent(world.chronicle::passTo);
    world.orchestrator.wake();
  }

  private void operate(Move move) {
    Move.pick(List.copyOf(world.orchestrator.all()), move.which())
        .ifPresent(stored ->
            Move.pick(world.orchestrator.offers(stored), move.how())
                .ifPresent(action -> world.orchestrator.operate(stored, action)));
  }

  private Optional<Instance> instance(Predicate<Instance> able, Move move) {
    return Move.pick(world.instances().stream().filter(able).toList(), move.which());
  }

  private Optional<ConsumerModel> consumer(Predicate<ConsumerModel> able, Move move) {
    return Move.pick(consumers().stream().filter(able).toList(), move.which());
  }

  private List<ConsumerModel> consumers() {
    return world.instances().stream().flatMap(each -> each.consumers.stream()).toList();
  }

  private List<Seat> seats() {
    return consumers().stream()
        .flatMap(each ->
            IntStream.range(0, Broker.PARTITIONS)
                .filter(each::canPoll)
                .mapToObj(partition -> new Seat(each, partition)))
        .toList();
  }

  private Optional<Group> group(Move move) {
    return Move.pick(world.groups(), move.which());
  }

  private static int partition(Move move) {
    return move.how() % Broker.PARTITIONS;
  }

  private static int member(Move move) {
    return move.how() / Broker.PARTITIONS % Service.INSTANCES;
  }
}
