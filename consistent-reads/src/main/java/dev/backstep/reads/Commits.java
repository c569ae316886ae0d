package dev.backstep.reads;

import dev.backstep.reads.memory.Marks;
import dev.backstep.reads.memory.Marks.Memory;
import dev.backstep.reads.memory.RedisLink;
import dev.backstep.reads.position.Position;
import dev.backstep.reads.replica.PositionQuery;
import dev.backstep.reads.routing.Remembered;
import dev.backstep.reads.token.TokenSeal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Makes the tokens of writes. Everybody who committed since the last look shares the next one: one
 * statement on the primary and one script in Redis, however many they are.
 *
 * <p>The position is asked for in a new statement that begins after the commit returned, so it is
 * at or beyond the commit's own record.
 */
public final class Commits implements Runnable {
  /** Beyond this many, the database stands still; whoever comes then is sent to the primary. */
  static final int MOST_WAITING = 20_000;

  /** As many keys as one script handles within a millisecond or two. */
  static final int BATCH = 500;

  /** Redis is told what it missed within this, long before anybody believes it again. */
  private static final Duration BETWEEN_PAYMENTS = RedisLink.DISTRUST.dividedBy(5);

  /** Whoever asks, owes or stops wakes the loop; without any of these it looks up this often. */
  private static final Duration REST = Duration.ofSeconds(10);

  private static final Logger LOG = Logger.getLogger(Commits.class);

  private final DataSource primary;
  private final Marks marks;
  private final TokenSeal seal;
  private final InstantSource time;
  private final boolean remembering;
  private final BlockingQueue<Asked> queue = new LinkedBlockingQueue<>(MOST_WAITING);
  private final Asked nobody = new Asked("", new CompletableFuture<>());
  private Instant paid = Instant.EPOCH;
  private volatile boolean stopping;

  /**
   * Asks that primary.
   *
   * @param remembering whether anybody will ask Redis: without a replica nobody does
   */
  public Commits(
      DataSource primary, Marks marks, TokenSeal seal, InstantSource time, boolean remembering) {
    this.primary = primary;
    this.marks = marks;
    this.seal = seal;
    this.time = time;
    this.remembering = remembering;
  }

  /**
   * Call it after the commit: completes with a token that covers it, once Redis knows too or cannot
   * be told. Never fails: a position that nobody can tell becomes a token that asks for the
   * primary.
   */
  public CompletableFuture<String> committed(String customer) {
    var asked = new Asked(customer, new CompletableFuture<>());
    enqueue(asked);
    return asked.position.thenApply(position -> seal.seal(customer, position));
  }

  /** As {@link #committed} for customers who get no answer now: only Redis is told. */
  public void committedFor(Collection<String> customers) {
    if (remembering) {
      for (var customer : customers) {
        var _ = committed(customer);
      }
    }
  }

  @Override
  public void run() {
    marks.whenOwing(this::wake);
    try {
      while (!stopping) {
        runOnce();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // the process ends
    }
    queue.forEach(asked -> asked.position.complete(Position.NOWHERE));
  }

  /** Answers whoever waits, or notices after a while that nobody does. */
  void runOnce() throws InterruptedException {
    var rest = marks.owes() ? BETWEEN_PAYMENTS : REST;
    var first = queue.poll(rest.toMillis(), TimeUnit.MILLISECONDS);
    if (marks.owes() && paymentIsDue(time.instant())) {
      pay(marks.memory(), position());
    }
    if (first != null) {
      answer(withThoseBehind(first));
    }
  }

  private List<Asked> withThoseBehind(Asked first) {
    var batch = new ArrayList<Asked>();
    batch.add(first);
    queue.drainTo(batch, BATCH - 1);
    batch.removeIf(nobody::equals);
    return batch;
  }

  private void answer(List<Asked> batch) {
    if (!batch.isEmpty()) {
      var memory = marks.memory();
      answer(batch, memory, position());
    }
  }

  /** Ends a rest: the next round sees what is owed, or that it is the last. */
  private void wake() {
    var _ = queue.offer(nobody); // no room for it: then nobody rests
  }

  private boolean paymentIsDue(Instant now) {
    var since = Duration.between(paid, now);
    if (since.compareTo(BETWEEN_PAYMENTS) < 0 && !since.isNegative()) {
      return false;
    }
    paid = now;
    return true;
  }

  private void pay(Memory memory, Position position) {
    if (!position.equals(Position.NOWHERE)) {
      marks.pay(memory, position);
    }
  }

  private void answer(List<Asked> batch, Memory memory, Position position) {
    if (!remembering || position.equals(Position.NOWHERE)) {
      complete(batch, position);
      return;
    }
    var customers = batch.stream().map(Asked::customer).distinct().toList();
    var mark = new Remembered.Mark(position, time.instant());
    var _ =
        marks
            .raise(memory, customers, mark)
            .thenAccept(raised -> {
              switch (raised) {
                case DONE, OWED -> complete(batch, position);
                case FORGOTTEN -> batch.forEach(this::enqueue);
              }
            });
  }

  private static void complete(List<Asked> batch, Position position) {
    batch.forEach(asked -> asked.position.complete(position));
  }

  private void enqueue(Asked asked) {
    if (stopping || !queue.offer(asked)) {
      asked.position.complete(Position.NOWHERE);
    }
  }

  private Position position() {
    try (var connection = primary.getConnection()) {
      return PositionQuery.ofPrimary(connection);
    } catch (SQLException e) {
      LOG.warnf(
          "Nobody knows where the last commits are, reads go to the primary: %s", e.getMessage());
      return Position.NOWHERE;
    }
  }

  /** Ends the loop within a moment; whoever waits gets a token for the primary. */
  public void stop() {
    stopping = true;
    wake();
  }

  private record Asked(String customer, CompletableFuture<Position> position) {}
}
