package dev.backstep.saga.query;

import dev.backstep.contracts.ReplyMessage;
import dev.backstep.contracts.Topics;
import dev.backstep.contracts.WireTypes;
import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.messaging.transaction.Transactions;
import dev.backstep.saga.engine.LogEntry;
import dev.backstep.saga.engine.RunEvent;
import dev.backstep.saga.log.SagaHistory;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The messages of a saga, as its log tells of them. Bodies are made again from what they were made
 * of: the log keeps none, for they hold personal data.
 */
@Singleton
class Messages {
  private final Transactions transactions;
  private final SagaHistory history;
  private final Bodies bodies;

  Messages(Transactions transactions, SagaHistory history, Bodies bodies) {
    this.transactions = transactions;
    this.history = history;
    this.bodies = bodies;
  }

  /** Those of so many log entries after that one. */
  MessagePage page(UUID saga, long after, int entries) {
    var found = transactions.call(tx -> history.after(tx, saga, after, entries + 1));
    var shown = found.stream().limit(entries).toList();
    var next = found.size() > entries ? String.valueOf(shown.getLast().seq()) : null;
    return new MessagePage(shown.stream().flatMap(it -> heads(it).stream()).toList(), next);
  }

  Optional<MessageView> find(UUID saga, MessageKey key) {
    return transactions.call(tx -> find(tx, saga, key));
  }

  private Optional<MessageView> find(Transaction tx, UUID saga, MessageKey key)
      throws SQLException {
    var entries = history.after(tx, saga, key.seq() - 1, 1);
    if (entries.isEmpty() || entries.getFirst().seq() != key.seq()) {
      return Optional.empty();
    }
    var entry = entries.getFirst();
    var head = heads(entry).stream().filter(it -> it.key().equals(key.toString())).findFirst();
    return head.isEmpty()
        ? Optional.empty()
        : Optional.of(bodies.of(tx, saga, entry, key, head.get()));
  }

  private static List<MessageHead> heads(LogEntry entry) {
    var heads = new ArrayList<MessageHead>();
    if (entry.event() instanceof RunEvent.Replied(var command, var reply)) {
      var message = new ReplyMessage(command, reply);
      heads.add(
          new MessageHead(
              MessageKey.in(entry.seq()).toString(),
              entry.at(),
              "in",
              WireTypes.of(message),
              Topics.of(message),
              command + "/reply",
              null,
              entry.seq()));
    }
    for (int i = 0; i < entry.sent().size(); i++) {
      heads.add(sent(entry, i));
    }
    return heads;
  }

  private static MessageHead sent(LogEntry entry, int index) {
    var sent = entry.sent().get(index);
    return new MessageHead(
        MessageKey.out(entry.seq(), index).toString(),
        entry.at(),
        "out",
        sent.type(),
        Bodies.topicOf(sent.type()),
        sent.command().toString(),
        sent.attempt(),
        entry.seq());
  }
}
