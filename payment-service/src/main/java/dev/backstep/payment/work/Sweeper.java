package dev.backstep.payment.work;

import dev.backstep.messaging.transaction.TransactionFailedException;
import dev.backstep.messaging.transaction.Transactions;
import dev.backstep.payment.gateway.Circuit;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Finds in the table what is due: silence to be followed up, refunds, what found no room in memory,
 * and what a dead instance left behind. Several instances share the work.
 */
final class Sweeper implements Runnable {
  /** Bounds one transaction, and how much a dying instance takes with it. */
  private static final int BATCH = 200;

  /** While the circuit is open a question is a probe. */
  private static final int PROBE = 1;

  private static final Duration RECLAIM_RETRY = Duration.ofSeconds(1);

  private static final Logger LOG = Logger.getLogger(Sweeper.class);

  private final Transactions transactions;
  private final Queues queues;
  private final Circuit circuit;
  private final Handover.Claimant claimant;
  private final SweepPace pace;

  Sweeper(
      Transactions transactions,
      Queues queues,
      Circuit circuit,
      Handover.Claimant claimant,
      SweepPace pace) {
    this.transactions = transactions;
    this.queues = queues;
    this.circuit = circuit;
    this.claimant = claimant;
    this.pace = pace;
  }

  @Override
  public void run() {
    try {
      reclaim();
      while (true) {
        if (!sweep()) {
          pace.pause();
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Claims a batch; true when there may be more. */
  boolean runOnce() {
    int room = Math.min(BATCH, queues.room());
    int atMost = circuit.isOpen() ? Math.min(room, PROBE) : room;
    if (atMost == 0) {
      return false;
    }
    var terms = claimant.terms();
    List<Claim> claims = transactions.call(tx -> WorkTable.claim(tx, atMost, terms));
    claims.forEach(queues::offer);
    if (!claims.isEmpty()) {
      pace.soon();
    }
    return claims.size() == BATCH;
  }

  private boolean sweep() {
    try {
      return runOnce();
    } catch (TransactionFailedException e) {
      LOG.warnf("Payments that are due wait: %s", e.getMessage());
      return false;
    }
  }

  private void reclaim() throws InterruptedException {
    while (true) {
      try {
        transactions.run(tx -> WorkTable.reclaim(tx, claimant.owner()));
        return;
      } catch (TransactionFailedException e) {
        LOG.warnf("Claims of an earlier life wait: %s", e.getMessage());
        Thread.sleep(RECLAIM_RETRY);
      }
    }
  }
}
