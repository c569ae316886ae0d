package dev.backstep.saga.deadletter;

import dev.backstep.contracts.CommandId;
import dev.backstep.messaging.intake.Delivered;
import dev.backstep.messaging.intake.Intake;
import dev.backstep.messaging.intake.Poll;
import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.messaging.wire.Received;
import dev.backstep.saga.engine.RunEvent.DeadLettered;
import dev.backstep.saga.runner.Incident;
import dev.backstep.saga.runner.Runner;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the dead letters of every service and parks the sagas that they belong to. */
@ApplicationScoped
class LetterIntake {
  private final Intake intake;
  private final LetterTable table;
  private final Runner runner;
  private final InstantSource time;
  private final Supplier<UUID> ids;

  LetterIntake(
      Intake intake, LetterTable table, Runner runner, InstantSource time, Supplier<UUID> ids) {
    this.intake = intake;
    this.table = table;
    this.runner = runner;
    this.time = time;
    this.ids = ids;
  }

  @Incoming("dead-letters")
  @Blocking
  void take(Poll poll) {
    intake.takeRaw(poll, this::keep);
  }

  private void keep(Transaction tx, List<Delivered<Received>> records) throws SQLException {
    var letters = records.stream().map(record -> Letter.of(ids.get(), record.message())).toList();
    var fresh = table.insert(tx, letters, time.instant());
    var incidents =
        letters.stream()
            .filter(letter -> fresh.contains(letter.id()))
            .flatMap(letter -> letter.command().map(id -> incident(letter, id)).stream())
            .toList();
    if (!incidents.isEmpty()) {
      var _ = runner.apply(tx, incidents); // letters of unknown sagas are only kept
    }
  }

  private static Incident incident(Letter letter, CommandId command) {
    return new Incident(
        command.saga(), new DeadLettered(command, letter.service() + ": " + letter.detail()));
  }
}
