package dev.backstep.saga.schedule;

import dev.backstep.saga.engine.OperatorAction;
import dev.backstep.saga.schedule.Service.Instance;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * After the faults: every process restarts, works on, and an operator retries what was set aside.
 * Nothing else may be needed until everything rests.
 */
final class Recovery {
  /** Far more than any schedule needs; a world that never rests is broken. */
  private static final int ROUNDS = 3_000;

  private static final int ALL = 1_000;

  private final World world;
  private final Asking asking;

  Recovery(World world) {
    this.world = world;
    this.asking = new Asking(world);
  }

  /** False when it does not come to rest. */
  boolean complete() {
    world.instances().forEach(Instance::crash);
    world.services().forEach(service -> service.instances().getFirst().relay.takeOver());
    world.groups().forEach(Recovery::giveToTheFirst);
    for (int round = 0; round < ROUNDS; round++) {
      if (!work() && !retryWhatIsParked() && !sleep()) {
        return true;
      }
    }
    return false;
  }

  private static void giveToTheFirst(Group group) {
    for (int partition = 0; partition < Broker.PARTITIONS; partition++) {
      group.rebalance(partition, 0);
    }
  }

  private boolean work() {
    boolean moved = asking.work();
    for (var service : world.services()) {
      var instance = service.instances().getFirst();
      moved |= publish(instance);
      for (var consumer : instance.consumers) {
        moved |= consume(consumer);
      }
    }
    return moved;
  }

  private boolean publish(Instance instance) {
    if (!World.canRead(instance)) {
      return false;
    }
    world.read(instance);
    instance.relay.send(ALL, -1);
    world.remove(instance);
    return true;
  }

  private boolean consume(ConsumerModel consumer) {
    boolean moved = false;
    for (int partition = 0; partition < Broker.PARTITIONS; partition++) {
      if (consumer.canPoll(partition)) {
        world.poll(consumer, partition, ALL);
        consumer.apply(false);
        consumer.commit();
        moved = true;
      }
    }
    return moved;
  }

  private boolean retryWhatIsParked() {
    var parked =
        world.orchestrator.all().stream()
            .filter(OrchestratorModel.Stored::isParked)
            .filter(stored -> world.orchestrator.offers(stored).contains(OperatorAction.RETRY))
            .toList();
    parked.forEach(stored -> world.orchestrator.operate(stored, OperatorAction.RETRY));
    return !parked.isEmpty();
  }

  /** Until the next timer; false when nobody waits for one. */
  private boolean sleep() {
    Optional<Instant> next =
        Stream.of(world.orchestrator.earliestDue(), world.payments.earliestDue())
            .flatMap(Optional::stream)
            .min(Instant::compareTo);
    next.ifPresent(world.chronicle::passTo);
    return world.orchestrator.wake() || next.isPresent();
  }
}
