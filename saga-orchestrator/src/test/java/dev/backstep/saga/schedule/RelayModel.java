package dev.backstep.saga.schedule;

import dev.backstep.saga.schedule.OutboxModel.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/**
 * The relay of one process: read, send, remove, with anything in between. What it holds is memory
 * and is gone after a crash; it goes on with a lease that it lost, as a paused process would.
 */
final class RelayModel {
  private static final int BATCH = 4;
  private static final long NONE = 0;

  private final OutboxModel outbox;
  private final Broker broker;
  private final List<Row> read = new ArrayList<>();
  private final List<Row> acknowledged = new ArrayList<>();
  private long lease = NONE;
  private int sent;

  RelayModel(OutboxModel outbox, Broker broker) {
    this.outbox = outbox;
    this.broker = broker;
  }

  void takeOver() {
    lease = outbox.takeOver();
  }

  boolean canRead() {
    return lease != NONE && read.isEmpty() && !outbox.isEmpty();
  }

  void read() {
    if (canRead()) {
      read.addAll(outbox.oldest(BATCH));
    }
  }

  boolean canSend() {
    return sent < read.size();
  }

  /**
   * Sends so many.
   *
   * @param unheard the acknowledgement of that one is lost, and with it those of its key
   */
  void send(int count, int unheard) {
    var blocked = new HashSet<UUID>();
    for (int end = Math.min(read.size(), sent + count); sent < end; sent++) {
      var row = read.get(sent);
      broker.append(row.letter());
      if (sent == unheard) {
        blocked.add(row.letter().key());
      }
      if (!blocked.contains(row.letter().key())) {
        acknowledged.add(row);
      }
    }
  }

  boolean canRemove() {
    return !read.isEmpty() && sent == read.size();
  }

  /** What was removed; nothing when the lease is another's by now. */
  List<Row> remove() {
    var published = List.copyOf(acknowledged);
    var removed = outbox.remove(lease, published);
    forget();
    return removed ? published : List.of();
  }

  void crash() {
    forget();
    lease = NONE;
  }

  private void forget() {
    read.clear();
    acknowledged.clear();
    sent = 0;
  }
}
