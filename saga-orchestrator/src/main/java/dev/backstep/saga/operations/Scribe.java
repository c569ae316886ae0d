package dev.backstep.saga.operations;

import dev.backstep.contracts.CommandId;
import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.saga.engine.Phase;
import dev.backstep.saga.log.SagaHistory;
import dev.backstep.saga.log.StoredSaga;
import dev.backstep.saga.words.EntryWords;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Writes acts on sagas down, and tells what happened while an operator was thinking. */
@Singleton
class Scribe {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

  private final OperatorLog log;
  private final SagaHistory history;
  private final InstantSource time;
  private final Supplier<UUID> ids;

  Scribe(OperatorLog log, SagaHistory history, InstantSource time, Supplier<UUID> ids) {
    this.log = log;
    this.history = history;
    this.time = time;
    this.ids = ids;
  }

  /** Returns the id of the line. */
  UUID write(Transaction tx, StoredSaga before, StoredSaga after, Wish wish) throws SQLException {
    var id = ids.get();
    var command = awaited(before);
    var subject =
        new Act.Subject.OfSaga(
            before.saga().id(),
            before.saga().businessKey(),
            command,
            before.run().version() + 1,
            wish.bulk());
    log.append(
        tx,
        List.of(
            new Act(
                id,
                time.instant(),
                wish.operator(),
                wish.name(),
                subject,
                wish.reason(),
                words(before),
                words(after))));
    return id;
  }

  /** A sentence about the last thing that happened since that version. */
  String meanwhile(Transaction tx, StoredSaga saga, long seen) throws SQLException {
    long version = saga.run().version();
    var last = history.after(tx, saga.saga().id(), version - 1, 1);
    var what =
        last.isEmpty()
            ? ""
            : ": %s at %s"
                .formatted(EntryWords.of(last.getFirst()), TIME.format(last.getFirst().at()));
    return seen > version
        ? "The saga is at version %d, and version %d is none that anybody saw."
            .formatted(version, seen)
        : "The saga moved from version %d to %d while you looked%s. Nothing was sent."
            .formatted(seen, version, what);
  }

  private static CommandId awaited(StoredSaga saga) {
    return switch (saga.run().phase()) {
      case Phase.Open open ->
          saga.saga().commandId(open.flight().step(), open.flight().direction());
      case Phase.Final _ -> throw new IllegalStateException("nothing is done to a final saga");
    };
  }

  private static String words(StoredSaga saga) {
    var state = saga.run().phase().state().name();
    return switch (saga.run().phase()) {
      case Phase.Open _ ->
          "%s at %s, version %d".formatted(state, place(awaited(saga)), saga.run().version());
      case Phase.Final _ -> "%s, version %d".formatted(state, saga.run().version());
    };
  }

  private static String place(CommandId command) {
    return command.step() + "/" + command.direction().wireName();
  }
}
