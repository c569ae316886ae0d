package dev.backstep.messaging.intake;

import dev.backstep.contracts.Message;
import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.messaging.transaction.Transactions;
import dev.backstep.messaging.wire.Decoded;
import dev.backstep.messaging.wire.Received;
import dev.backstep.messaging.wire.Wire;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Applies what a poll brought: one transaction for all of it. A transient failure is retried in
 * place, for as long as it takes; a message that fails for good is found by halving the batch and
 * goes to dead letters, its neighbours are applied.
 *
 * <p>Delivery is at least once: handlers recognise what they have seen, by the barrier or by a
 * version.
 */
public final class Intake {
  /** Two instances may race for the same rows now and then, never this often in a row. */
  static final int MAX_CONFLICTS = 5;

  static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  private static final Logger LOG = Logger.getLogger(Intake.class);

  private final Transactions transactions;
  private final DeadLetters deadLetters;
  private final Pause pause;

  /** Writes dead letters in the same transaction. */
  public Intake(Transactions transactions, DeadLetters deadLetters, Pause pause) {
    this.transactions = transactions;
    this.deadLetters = deadLetters;
    this.pause = pause;
  }

  /**
   * Returns when every message is applied or a dead letter, and all of it is committed.
   *
   * @param expected what belongs on the topic; anything else becomes a dead letter
   */
  public <M extends Message> void take(Poll poll, Class<M> expected, MessageHandler<M> handler) {
    var readable = new ArrayList<Delivered<M>>(poll.records().size());
    var unreadable = new ArrayList<DeadLetter>();
    for (var received : poll.records()) {
      switch (read(received, expected)) {
        case Reading.Ok<M>(var delivered) -> readable.add(delivered);
        case Reading.Dead<M>(var letter) -> unreadable.add(letter);
      }
    }
    apply(new Batch<>(readable, unreadable), handler);
  }

  /** As {@link #take}, for records that nobody decodes: the messages are the records themselves. */
  public void takeRaw(Poll poll, MessageHandler<Received> handler) {
    var records =
        poll.records().stream().map(received -> new Delivered<>(received, received)).toList();
    apply(new Batch<>(records, List.of()), handler);
  }

  private <M> void apply(Batch<M> batch, MessageHandler<M> handler) {
    switch (attempt(batch, handler)) {
      case Applied _ -> {}
      case Poison(var cause) when batch.messages.size() == 1 -> bury(batch, cause);
      case Poison _ -> {
        for (var part : batch.halves()) {
          apply(part, handler);
        }
      }
    }
  }

  private <M> void bury(Batch<M> batch, RuntimeException cause) {
    var received = batch.messages.getFirst().received();
    LOG.errorf(cause, "%s cannot be applied and goes to dead letters", received.origin());
    var letters = new ArrayList<>(batch.deadLetters);
    letters.add(DeadLetter.failed(received, cause));
    switch (attempt(new Batch<M>(List.of(), letters), (tx, none) -> {})) {
      case Applied _ -> {}
      case Poison(var why) -> throw why; // better to stand still than to lose a message
    }
  }

  private <M> Outcome attempt(Batch<M> batch, MessageHandler<M> handler) {
    var tries = new Tries(batch.messages.size());
    while (true) {
      try {
        transactions.run(tx -> once(tx, batch, handler));
        return new Applied();
      } catch (RuntimeException e) {
        if (!tries.another(e)) {
          return new Poison(e);
        }
      }
    }
  }

  private <M> void once(Transaction tx, Batch<M> batch, MessageHandler<M> handler)
      throws SQLException {
    deadLetters.append(tx, batch.deadLetters);
    if (!batch.messages.isEmpty()) {
      handler.handle(tx, batch.messages);
    }
  }

  private static <M extends Message> Reading<M> read(Received received, Class<M> expected) {
    return switch (Wire.decode(received)) {
      case Decoded.Unreadable(var why) -> new Reading.Dead<>(DeadLetter.unreadable(received, why));
      case Decoded.Understood(var message) when expected.isInstance(message) ->
          new Reading.Ok<>(new Delivered<>(expected.cast(message), received));
      case Decoded.Understood _ ->
          new Reading.Dead<>(
              DeadLetter.unreadable(received, "its ce_type does not belong on this topic"));
    };
  }

  /** Decides whether a failed batch is tried again as it is, and waits where waiting helps. */
  private final class Tries {
    private final int messages;
    private Duration wait = FIRST_PAUSE;
    private int conflicts;

    Tries(int messages) {
      this.messages = messages;
    }

    boolean another(RuntimeException e) {
      return switch (Failure.of(e)) {
        case Failure.Permanent _ -> false;
        case Failure.Conflict _ -> ++conflicts <= MAX_CONFLICTS;
        case Failure.Stopping _ -> throw e;
        case Failure.Transient _ -> {
          LOG.warnf(
              "%d messages wait: %s. Trying again in %d ms.",
              messages, e.getMessage(), wait.toMillis());
          pause.of(wait);
          wait =
              wait.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
                  ? wait.multipliedBy(2)
                  : LONGEST_PAUSE;
          yield true;
        }
      };
    }
  }

  private sealed interface Reading<M> {
    record Ok<M>(Delivered<M> delivered) implements Reading<M> {}

    record Dead<M>(DeadLetter letter) implements Reading<M> {}
  }

  private sealed interface Outcome {}

  private record Applied() implements Outcome {}

  private record Poison(RuntimeException cause) implements Outcome {}

  private record Batch<M>(List<Delivered<M>> messages, List<DeadLetter> deadLetters) {
    /** The dead letters stay with the first half. */
    List<Batch<M>> halves() {
      var middle = messages.size() / 2;
      return List.of(
          new Batch<>(messages.subList(0, middle), deadLetters),
          new Batch<>(messages.subList(middle, messages.size()), List.of()));
    }
  }
}
