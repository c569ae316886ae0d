package dev.backstep.payment.work;

import dev.backstep.messaging.transaction.TransactionFailedException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Writes the answers in batches: whatever came in during one commit shares the next. While the
 * database does not answer it tries again; meanwhile callers wait, and nothing is forgotten.
 */
final class AnswerWriter implements Runnable {
  /** Bounds one transaction; with more, a commit hardly costs less per payment. */
  static final int BATCH = 500;

  private static final Duration PAUSE = Duration.ofMillis(500);

  /** SQLSTATE classes: bad data, violated constraints, bad statements. */
  private static final Set<String> OUR_FAULT = Set.of("22", "23", "42");

  private static final Logger LOG = Logger.getLogger(AnswerWriter.class);

  private final Queues queues;
  private final AnswerBook book;
  private final SweepPace sweeper;

  AnswerWriter(Queues queues, AnswerBook book, SweepPace sweeper) {
    this.queues = queues;
    this.book = book;
    this.sweeper = sweeper;
  }

  @Override
  public void run() {
    try {
      while (true) {
        runOnce();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  void runOnce() throws InterruptedException {
    write(queues.nextAnswers(BATCH));
  }

  private void write(List<Answered> batch) throws InterruptedException {
    while (true) {
      try {
        switch (book.store(batch)) {
          case NOW -> sweeper.now();
          case LATER -> sweeper.soon();
          case NEVER -> {}
        }
        return;
      } catch (TransactionFailedException e) {
        if (isOurFault(e)) {
          isolate(batch, e);
          return;
        }
        LOG.warnf("%d answers of the gateway wait: %s", batch.size(), e.getMessage());
        Thread.sleep(PAUSE);
      } catch (RuntimeException e) {
        isolate(batch, e);
        return;
      }
    }
  }

  /** The statement itself was refused: trying again cannot help. */
  private static boolean isOurFault(TransactionFailedException e) {
    return e.getCause() instanceof SQLException sql
        && OUR_FAULT.stream().anyMatch(String.valueOf(sql.getSQLState())::startsWith);
  }

  /** Its neighbours are written; the one that fails is asked about again when its claim ends. */
  private void isolate(List<Answered> batch, RuntimeException failure) throws InterruptedException {
    if (batch.size() == 1) {
      var order = batch.getFirst().payment().orderId();
      LOG.errorf(failure, "The answer for order %s cannot be stored.", order);
      return;
    }
    var middle = batch.size() / 2;
    write(batch.subList(0, middle));
    write(batch.subList(middle, batch.size()));
  }
}
