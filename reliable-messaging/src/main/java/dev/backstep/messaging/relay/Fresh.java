package dev.backstep.messaging.relay;

import dev.backstep.messaging.outbox.OutboxListener;
import dev.backstep.messaging.outbox.Written;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * What this process has just committed, so that its relay need not look for it. Nothing depends on
 * it: what is forgotten here is found in the outbox.
 */
public final class Fresh implements OutboxListener {
  /** More than this waits only while the broker does; then it is better left in the outbox. */
  static final int MOST = 2_000;

  private final Wakeup relay;
  private final LongSupplier nanoTime;
  private List<Written> waiting = new ArrayList<>();

  /**
   * Wakes that relay.
   *
   * @param nanoTime the clock of {@link Written#sentAt}
   */
  public Fresh(Wakeup relay, LongSupplier nanoTime) {
    this.relay = relay;
    this.nanoTime = nanoTime;
  }

  @Override
  public void committed(List<Written> messages) {
    add(messages);
    relay.signal();
  }

  private synchronized void add(List<Written> messages) {
    if (waiting.size() + messages.size() > MOST) {
      waiting.clear();
    } else {
      waiting.addAll(messages);
    }
  }

  /** What came since the last call, in no order across transactions. */
  List<PendingMessage> take() {
    var now = nanoTime.getAsLong();
    return taken().stream().map(it -> pending(it, now)).toList();
  }

  private synchronized List<Written> taken() {
    var taken = waiting;
    waiting = new ArrayList<>();
    return taken;
  }

  private static PendingMessage pending(Written written, long now) {
    var message = written.message();
    return new PendingMessage(
        written.shard(),
        written.position(),
        message.topic(),
        message.key(),
        message.id(),
        message.type(),
        message.subject(),
        message.body(),
        message.traceparent(),
        message.headers(),
        written.createdAt(),
        Duration.ofNanos(Math.max(0, now - written.sentAt())));
  }
}
