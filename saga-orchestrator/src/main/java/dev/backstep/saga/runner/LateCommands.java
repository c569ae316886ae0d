package dev.backstep.saga.runner;

import dev.backstep.contracts.CommandId;
import dev.backstep.messaging.relay.LatePublication;
import dev.backstep.messaging.relay.PendingMessage;
import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.saga.engine.Phase;
import dev.backstep.saga.engine.RunEvent.PublishedLate;
import dev.backstep.saga.log.SagaTable;
import dev.backstep.saga.log.StoredSaga;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Counts the deadlines of commands that left late from the moment that they left. */
@Singleton
class LateCommands implements LatePublication {
  private final SagaTable table;
  private final Runner runner;
  private final InstantSource time;

  LateCommands(SagaTable table, Runner runner, InstantSource time) {
    this.table = table;
    this.runner = runner;
    this.time = time;
  }

  @Override
  public void publishedLate(Transaction tx, List<PendingMessage> messages) throws SQLException {
    var late =
        messages.stream()
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
            .flatMap(stored -> awaited(stored).stream())
            .filter(late::contains)
            .map(command -> new Incident(command.saga(), new PublishedLate(command, now)))
            .toList();
    runner.apply(tx, locked, incidents);
  }

  private static Optional<CommandId> awaited(StoredSaga stored) {
    return switch (stored.run().phase()) {
      case Phase.Open open ->
          Optional.of(stored.saga().commandId(open.flight().step(), open.flight().direction()));
      case Phase.Final _ -> Optional.empty();
    };
  }
}
