package dev.backstep.saga.schedule;

import dev.backstep.saga.schedule.Broker.Place;
import java.util.List;

/** A consumer group on one topic: who owns which partition, and how far it has committed. */
final class Group {
  final String topic;
  private final Broker broker;
  private final int[] committed = new int[Broker.PARTITIONS];
  private final int[] owner = new int[Broker.PARTITIONS];
  private long generation = 1;

  Group(Broker broker, String topic) {
    this.broker = broker;
    this.topic = topic;
    for (int partition = 0; partition < Broker.PARTITIONS; partition++) {
      owner[partition] = partition;
    }
  }

  long generation() {
    return generation;
  }

  boolean owns(int member, int partition) {
    return owner[partition] == member;
  }

  /** Gives a partition to a member; what the others hold of it they may still apply. */
  void rebalance(int partition, int member) {
    owner[partition] = member;
    generation++;
  }

  int committed(int partition) {
    return committed[partition];
  }

  /** Refused to a member that missed a rebalance. */
  void commit(int partition, int offset, long memberGeneration) {
    if (memberGeneration == generation) {
      committed[partition] = offset;
    }
  }

  /** An operator sets the group back. */
  void rewind(int partition, int records) {
    committed[partition] = Math.max(0, committed[partition] - records);
    generation++;
  }

  List<Broker.Entry> records(int partition) {
    return broker.at(new Place(topic, partition));
  }
}
