package dev.backstep.payment.work;

import dev.backstep.payment.GatewayAnswer.NotAsked;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** What waits in memory: claims for a caller, answers for the writer. Both are bounded. */
final class Queues {
  /** More than can come in during one commit; callers wait here when the database does. */
  private static final int ANSWERS = 1_024;

  private final BlockingQueue<Claim> claims;
  private final BlockingQueue<Answered> answers = new ArrayBlockingQueue<>(ANSWERS);

  Queues(int claims) {
    this.claims = new ArrayBlockingQueue<>(claims);
  }

  int room() {
    return claims.remainingCapacity();
  }

  int waiting() {
    return claims.size();
  }

  /**
   * Never blocks. A claim that finds no room is given back; where even that finds none, it runs
   * out.
   */
  void offer(Claim claim) {
    if (!claims.offer(claim)) {
      var _ = answers.offer(new Answered(claim.payment(), claim.epoch(), new NotAsked()));
    }
  }

  Claim nextClaim() throws InterruptedException {
    return claims.take();
  }

  void put(Answered answered) throws InterruptedException {
    answers.put(answered);
  }

  /** Waits for one, and takes whatever else is there, up to that many. */
  List<Answered> nextAnswers(int atMost) throws InterruptedException {
    var batch = new ArrayList<Answered>();
    batch.add(answers.take());
    answers.drainTo(batch, atMost - 1);
    return batch;
  }
}
