package dev.backstep.saga.deadletter;

import dev.backstep.messaging.outbox.Outbox;
import dev.backstep.messaging.outbox.Outgoing;
import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.messaging.transaction.Transactions;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What operators do about letters. A replay publishes the original once more, with its old id:
 * whoever has handled it already recognises it.
 */
@Singleton
class LetterActs {
  /** One transaction; of a larger group the oldest. */
  static final int MOST = 5_000;

  private final Transactions transactions;
  private final LetterTable table;
  private final Outbox outbox;
  private final LetterScribe scribe;
  private final InstantSource time;

  LetterActs(
      Transactions transactions,
      LetterTable table,
      Outbox outbox,
      LetterScribe scribe,
      InstantSource time) {
    this.transactions = transactions;
    this.table = table;
    this.outbox = outbox;
    this.scribe = scribe;
    this.time = time;
  }

  LetterOutcome replay(LetterChoice choice, String operator, String reason) {
    return transactions.call(tx -> {
      var chosen = lock(tx, choice);
      var taken = allowed(chosen, KeptLetter::refusal);
      outbox.append(tx, taken.stream().map(it -> original(it.letter())).toList());
      table.replayed(tx, ids(taken), time.instant(), operator);
      var operation = scribe.write(tx, taken, "replay", operator, reason);
      return outcome(operation, choice, chosen, taken, KeptLetter::refusal);
    });
  }

  LetterOutcome discard(LetterChoice choice, String operator, String reason) {
    return transactions.call(tx -> {
      var chosen = lock(tx, choice);
      var taken = allowed(chosen, KeptLetter::refusalToDiscard);
      table.discarded(tx, ids(taken), time.instant(), operator, reason);
      var operation = scribe.write(tx, taken, "discard", operator, reason);
      return outcome(operation, choice, chosen, taken, KeptLetter::refusalToDiscard);
    });
  }

  /** Changes nothing: looks whether they could be read now. */
  DryRun dryRun(LetterChoice choice) {
    var chosen = transactions.call(tx -> lock(tx, choice));
    var verdicts = chosen.stream().map(it -> Readability.of(it.letter())).toList();
    var unreadable =
        verdicts.stream()
            .filter(it -> !it.yes())
            .collect(Collectors.groupingBy(Readability::why, Collectors.counting()));
    return new DryRun(
        time.instant(),
        verdicts.stream().filter(Readability::yes).count(),
        unreadable.entrySet().stream()
            .map(it -> new DryRun.Unreadable(it.getKey(), it.getValue()))
            .toList(),
        chosen.stream().map(KeptLetter::saga).filter(Objects::nonNull).distinct().count());
  }

  private List<KeptLetter> lock(Transaction tx, LetterChoice choice) throws SQLException {
    return switch (choice) {
      case LetterChoice.Ids(var ids) -> table.lock(tx, ids);
      case LetterChoice.Group(var key) -> table.lockGroup(tx, key, MOST);
    };
  }

  private static List<KeptLetter> allowed(
      List<KeptLetter> chosen, Function<KeptLetter, Optional<String>> refusal) {
    return chosen.stream().filter(it -> refusal.apply(it).isEmpty()).toList();
  }

  private static List<UUID> ids(List<KeptLetter> letters) {
    return letters.stream().map(it -> it.letter().id()).toList();
  }

  private static LetterOutcome outcome(
      UUID operation,
      LetterChoice choice,
      List<KeptLetter> chosen,
      List<KeptLetter> taken,
      Function<KeptLetter, Optional<String>> refusal) {
    var skipped = new ArrayList<LetterOutcome.Skipped>();
    chosen.forEach(it ->
        refusal
            .apply(it)
            .ifPresent(why -> skipped.add(new LetterOutcome.Skipped(it.letter().id(), why))));
    if (choice instanceof LetterChoice.Ids(var wanted)) {
      var known = ids(chosen);
      wanted.stream()
          .filter(id -> !known.contains(id))
          .forEach(id -> skipped.add(new LetterOutcome.Skipped(id, "There is no such letter.")));
    }
    return new LetterOutcome(operation, taken.size(), skipped);
  }

  private static Outgoing original(Letter letter) {
    return new Outgoing(
        letter.topic(),
        letter.key(),
        letter.messageId(),
        letter.type(),
        letter.subject(),
        letter.body(),
        letter.traceparent(),
        letter.headers());
  }
}
