package dev.backstep.saga.lra;

import dev.backstep.contracts.CommandId;
import dev.backstep.contracts.Direction;
import dev.backstep.contracts.Reply;
import dev.backstep.contracts.value.Refusal;
import dev.backstep.contracts.value.RefusalCode;
import dev.backstep.messaging.barrier.Answer;
import dev.backstep.messaging.barrier.Answers;
import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.messaging.transaction.Transactions;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Writes down what became of an attempt, and answers the saga, in one transaction. What was decided
 * otherwise meanwhile stays as it was decided.
 */
@Singleton
class AttemptBook {
  private final Transactions transactions;
  private final Answers answers;
  private final String owner;

  AttemptBook(
      Transactions transactions,
      Answers answers,
      @ConfigProperty(name = "backstep.instance", defaultValue = "saga-orchestrator")
          String owner) {
    this.transactions = transactions;
    this.answers = answers;
    this.owner = owner;
  }

  /** Whether there is anything to do; what this process left in an earlier life is due at once. */
  boolean reclaim() {
    return transactions.call(tx -> {
      AttemptTable.reclaim(tx, owner);
      return AttemptTable.anyDue(tx);
    });
  }

  List<Attempt> claim(int atMost, Duration claim) {
    return transactions.call(tx -> AttemptTable.claim(tx, atMost, claim, owner));
  }

  boolean started(Attempt attempt, String lra) {
    return transactions.call(tx -> AttemptTable.started(tx, attempt, lra));
  }

  void later(Attempt attempt, Duration pause) {
    transactions.run(tx -> AttemptTable.later(tx, attempt, pause));
  }

  void done(Attempt attempt, String reference) {
    answer(attempt, Wanted.DO, new Reply.Done(reference));
  }

  /** A service that says no may have made something none the less: its LRA is cancelled. */
  void refused(Attempt attempt, String detail) {
    var refusal = new Refusal(RefusalCode.NOT_POSSIBLE, detail);
    answer(attempt, Wanted.DROP, new Reply.Refused(refusal));
  }

  private void answer(Attempt attempt, Wanted next, Reply reply) {
    transactions.run(tx -> {
      if (isWanted(tx, attempt)) {
        AttemptTable.answered(tx, attempt, next);
        give(tx, attempt, Direction.DO, reply);
      }
    });
  }

  /** Nobody knows what became of it: it is cancelled, and another one begins. */
  void doubtful(Attempt attempt, Duration pause) {
    transactions.run(tx -> {
      if (isWanted(tx, attempt)) {
        AttemptTable.answered(tx, attempt, Wanted.DROP);
        AttemptTable.insert(tx, next(attempt), pause);
      }
    });
  }

  private static Attempt next(Attempt it) {
    return new Attempt(
        it.saga(),
        it.step(),
        it.number() + 1,
        Wanted.DO,
        it.body(),
        null,
        null,
        0,
        it.traceparent());
  }

  private static boolean isWanted(Transaction tx, Attempt attempt) throws SQLException {
    var now = AttemptTable.same(AttemptTable.lock(tx, attempt.saga(), attempt.step()), attempt);
    return now.isPresent() && now.get().wanted() == Wanted.DO && now.get().body() != null;
  }

  /** Its LRA is over; the saga hears of it when it waits, and this was the last of the step. */
  void ended(Attempt attempt, String how) {
    transactions.run(tx -> {
      var all = AttemptTable.lock(tx, attempt.saga(), attempt.step());
      var now = AttemptTable.same(all, attempt);
      if (now.isEmpty() || now.get().ended() != null || begunMeanwhile(attempt, now.get())) {
        return;
      }
      AttemptTable.ended(tx, attempt, how);
      var rest = all.stream().filter(it -> it.ended() == null && !it.isSame(attempt)).toList();
      if (now.get().wanted() == Wanted.UNDO && rest.isEmpty()) {
        var failed =
            how.equals(Attempt.FAILED_TO_CANCEL) || all.stream().anyMatch(Attempt::failedToCancel);
        give(tx, attempt, Direction.UNDO, failed ? notUndone() : new Reply.Undone());
      }
    });
  }

  private static boolean begunMeanwhile(Attempt before, Attempt now) {
    return before.lra() == null && now.lra() != null;
  }

  private static Reply notUndone() {
    return new Reply.Refused(new Refusal(RefusalCode.NOT_POSSIBLE, LraDoor.NOT_UNDONE));
  }

  private void give(Transaction tx, Attempt attempt, Direction direction, Reply reply)
      throws SQLException {
    CommandId command = attempt.command(direction);
    answers.give(tx, List.of(new Answer(command, reply, attempt.traceparent())));
  }
}
