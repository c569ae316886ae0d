package dev.backstep.saga.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * One member of a group: poll, apply in one transaction, commit the offsets. A member that lost its
 * partition or its membership may still apply what it holds.
 */
final class ConsumerModel {
  private static final int NOTHING = -1;

  private final Group group;
  private final int member;
  private final Consumer<Broker.Entry> transaction;
  private final boolean offsetsFirst;
  private final List<Broker.Entry> hand = new ArrayList<>();
  private final int[] position = new int[Broker.PARTITIONS];
  private final long[] since = new long[Broker.PARTITIONS];
  private int partition = NOTHING;
  private long generation;
  private boolean applied;

  /**
   * Joins.
   *
   * @param transaction applies one record, all or nothing; several in a row stand for a batch, for
   *     a batch that is rolled back has no effect at all
   */
  ConsumerModel(Group group, int member, Sabotage sabotage, Consumer<Broker.Entry> transaction) {
    this.group = group;
    this.member = member;
    this.transaction = transaction;
    this.offsetsFirst = sabotage == Sabotage.OFFSETS_FIRST;
  }

  boolean canPoll(int from) {
    return hand.isEmpty() && group.owns(member, from) && offset(from) < group.records(from).size();
  }

  private int offset(int from) {
    return since[from] == group.generation() ? position[from] : group.committed(from);
  }

  void poll(int from, int atMost) {
    int start = offset(from);
    var records = group.records(from);
    hand.addAll(records.subList(start, Math.min(records.size(), start + atMost)));
    partition = from;
    generation = group.generation();
    since[from] = generation;
    position[from] = start + hand.size();
    applied = false;
    if (offsetsFirst) {
      group.commit(from, position[from], generation);
    }
  }

  boolean canApply() {
    return !hand.isEmpty() && !applied;
  }

  /**
   * Applies the batch.
   *
   * @param answerLost the commit happened and nobody here knows, so it is tried again
   */
  void apply(boolean answerLost) {
    hand.forEach(transaction);
    applied = !answerLost;
  }

  boolean canCommit() {
    return applied && !hand.isEmpty();
  }

  void commit() {
    group.commit(partition, position[partition], generation);
    hand.clear();
    applied = false;
  }

  void crash() {
    hand.clear();
    applied = false;
    for (int each = 0; each < Broker.PARTITIONS; each++) {
      since[each] = 0;
    }
  }

  Group group() {
    return group;
  }
}
