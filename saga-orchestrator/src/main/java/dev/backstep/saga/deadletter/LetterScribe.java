package dev.backstep.saga.deadletter;

import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.saga.operations.Act;
import dev.backstep.saga.operations.OperatorLog;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Writes acts on letters into the operator log: a line for each, and one for many together. */
@Singleton
class LetterScribe {
  private final OperatorLog log;
  private final InstantSource time;
  private final Supplier<UUID> ids;

  LetterScribe(OperatorLog log, InstantSource time, Supplier<UUID> ids) {
    this.log = log;
    this.time = time;
    this.ids = ids;
  }

  /** Returns the id of the line that stands for all. */
  UUID write(
      Transaction tx, List<KeptLetter> letters, String action, String operator, String reason)
      throws SQLException {
    var operation = ids.get();
    var acts = new ArrayList<Act>();
    if (letters.size() == 1) {
      var subject = new Act.Subject.OfLetter(letters.getFirst().letter().id(), null);
      acts.add(act(operation, subject, letters, action, operator, reason));
    } else if (!letters.isEmpty()) {
      acts.add(
          act(operation, new Act.Subject.OfBulk(operation), letters, action, operator, reason));
      for (var letter : letters) {
        var subject = new Act.Subject.OfLetter(letter.letter().id(), operation);
        acts.add(act(ids.get(), subject, List.of(letter), action, operator, reason));
      }
    }
    log.append(tx, acts);
    return operation;
  }

  private Act act(
      UUID id,
      Act.Subject subject,
      List<KeptLetter> letters,
      String action,
      String operator,
      String reason) {
    var first = letters.getFirst().letter();
    var count = letters.size() == 1 ? "1 dead letter" : letters.size() + " dead letters";
    return new Act(
        id,
        time.instant(),
        operator,
        action,
        subject,
        reason,
        "%s of %s, %s".formatted(count, first.topic(), first.cause()),
        action.equals("replay") ? "sent again" : "discarded");
  }
}
