package dev.backstep.saga.runner;

import dev.backstep.contracts.CommandId;
import dev.backstep.messaging.relay.LatePublication;
import dev.backstep.messaging.relay.PendingMessage;
import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.saga.engine.RunEvent.PublishedLate;
import dev.backstep.saga.engine.SagaDefinitions;
import dev.backstep.saga.log.SagaTable;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Counts the deadlines of commands that left late from the moment that they left. A delay that is
 * small beside the attempt is let pass: under load every command is a little late, and correcting
 * each would be the load.
 */
@Singleton
class LateCommands implements LatePublication {
  /** Deadlines are exact to this part of an attempt, or to {@link #NOTICEABLE} if that is more. */
  static final int PART_OF_AN_ATTEMPT = 10;

  private final SagaTable table;
  private final Runner runner;
  private final InstantSource time;
  private final Duration tolerable;

  LateCommands(SagaTable table, Runner runner, InstantSource time, SagaDefinitions definitions) {
    this.table = table;
    this.runner = runner;
    this.time = time;
    this.tolerable = definitions.shortestAttempt().dividedBy(PART_OF_AN_ATTEMPT);
  }

  @Override
  public void publishedLate(Transaction tx, List<PendingMessage> messages) throws SQLException {
    var late =
        messages.stream()
            .filter(message -> message.age().compareTo(tolerable) > 0)
            .map(message -> CommandIds.parse(message.id()))
            .flatMap(Optional::stream)
            .collect(Collectors.toUnmodifiableSet());
    if (late.isEmpty()) {
      return;
    }
    var sagas = late.stream().map(CommandId::saga).collect(Collectors.toUnmodifiableSet());
    var locked = table.lock(tx, sagas);
    var now = time.instant();
    var incidents =
        locked.stream()
            .flatMap(stored -> stored.awaited().stream())
            .filter(late::contains)
            .map(command -> new Incident(command.saga(), new PublishedLate(command, now)))
            .toList();
    runner.apply(tx, locked, incidents);
  }
}
