package dev.backstep.payment.work;

import dev.backstep.contracts.PaymentEvent;
import dev.backstep.contracts.ReplyMessage;
import dev.backstep.messaging.barrier.Answer;
import dev.backstep.messaging.barrier.Answers;
import dev.backstep.messaging.outbox.Outbox;
import dev.backstep.messaging.outbox.Outgoing;
import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.messaging.transaction.Transactions;
import io.micrometer.core.instrument.Counter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Stores what the gateway said: payments, answers to sagas and events of a whole batch in one
 * transaction of a few statements. Touches the barrier before the payments, as the intake does, so
 * that the two never wait for each other in a circle.
 */
final class AnswerBook {
  private final Transactions transactions;
  private final Answers answers;
  private final Outbox outbox;
  private final Backoff backoff;
  private final Counter stale;

  /**
   * Writes with those.
   *
   * @param stale counts answers that came under a claim that had ended
   */
  AnswerBook(
      Transactions transactions, Answers answers, Outbox outbox, Backoff backoff, Counter stale) {
    this.stale = stale;
    this.transactions = transactions;
    this.answers = answers;
    this.outbox = outbox;
    this.backoff = backoff;
  }

  /**
   * Stores the answers; safe to be called again with the same. An answer under a claim that has
   * ended is dropped, for its question is asked again.
   *
   * @return when the first of them is due again
   */
  Due store(List<Answered> batch) {
    var pending = batch;
    while (!pending.isEmpty()) {
      var settlements =
          pending.stream()
              .map(answered -> Settlement.of(answered, backoff))
              .sorted(Comparator.comparing(AnswerBook::saga))
              .toList();
      try {
        transactions.run(tx -> write(tx, settlements));
        return settlements.stream()
            .map(Settlement::due)
            .max(Comparator.naturalOrder())
            .orElse(Due.NEVER);
      } catch (RowsMoved _) {
        pending = asTheyAreNow(pending);
      }
    }
    return Due.NEVER;
  }

  private void write(Transaction tx, List<Settlement> settlements) throws SQLException {
    var messages =
        new ArrayList<>(
            answers.remember(tx, settlements.stream().mapMulti(AnswerBook::answer).toList()));
    if (WorkTable.settle(tx, settlements) != settlements.size()) {
      throw new RowsMoved();
    }
    settlements.forEach(settlement -> event(settlement, messages::add));
    outbox.append(tx, messages);
  }

  /** A saga that turned back meanwhile has changed the state, a claim that ended the epoch. */
  private List<Answered> asTheyAreNow(List<Answered> batch) {
    var orders = batch.stream().map(answered -> answered.payment().orderId()).toList();
    Map<UUID, PaymentRow> current =
        transactions.call(tx -> WorkTable.current(tx, orders)).stream()
            .collect(Collectors.toMap(row -> row.payment().orderId(), row -> row));
    var still = new ArrayList<Answered>();
    for (var answered : batch) {
      var now = current.get(answered.payment().orderId());
      if (now != null && now.epoch() == answered.epoch()) {
        still.add(answered.about(now.payment()));
      }
    }
    stale.increment(batch.size() - still.size());
    return still;
  }

  private static UUID saga(Settlement settlement) {
    return settlement.answered().payment().chargeCommand().saga();
  }

  private static void answer(Settlement settlement, Consumer<Answer> answers) {
    ReplyMessage reply = settlement.decision().reply();
    if (reply != null) {
      var traceparent = settlement.answered().payment().traceparent();
      answers.accept(new Answer(reply.commandId(), reply.reply(), traceparent));
    }
  }

  private static void event(Settlement settlement, Consumer<Outgoing> events) {
    PaymentEvent event = settlement.decision().event();
    if (event != null) {
      events.accept(Outgoing.event(event, settlement.answered().payment().traceparent()));
    }
  }

  /** Rolls the transaction back: some rows are not what the decisions were made for. */
  private static final class RowsMoved extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RowsMoved() {
      super("rows moved", null, false, false);
    }
  }
}
