package dev.backstep.messaging.wiring;

import dev.backstep.messaging.barrier.Answers;
import dev.backstep.messaging.barrier.Barrier;
import dev.backstep.messaging.barrier.CommandIntake;
import dev.backstep.messaging.intake.DeadLetters;
import dev.backstep.messaging.intake.Intake;
import dev.backstep.messaging.intake.Pause;
import dev.backstep.messaging.outbox.Outbox;
import dev.backstep.messaging.relay.Fresh;
import dev.backstep.messaging.relay.Wakeup;
import dev.backstep.messaging.trace.Traces;
import dev.backstep.messaging.transaction.JdbcTransactions;
import dev.backstep.messaging.transaction.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The parts as beans. The parts themselves know nothing of the container. */
@Singleton
class MessagingParts {
  @Produces
  @Singleton
  Transactions transactions(DataSource dataSource, MeterRegistry registry) {
    return new CountedTransactions(
        new JdbcTransactions(dataSource), registry.counter("backstep.optimistic.conflicts"));
  }

  @Produces
  @Singleton
  Wakeup relayWakeup() {
    return new Wakeup();
  }

  @Produces
  @Singleton
  Fresh fresh(Wakeup relayWakeup) {
    return new Fresh(relayWakeup, System::nanoTime);
  }

  @Produces
  @Singleton
  Outbox outbox(Fresh fresh) {
    return new Outbox(fresh);
  }

  @Produces
  @Singleton
  DeadLetters deadLetters(
      Outbox outbox,
      MessagingMetrics metrics,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    return new DeadLetters(outbox, service, metrics::deadLetter);
  }

  @Produces
  @Singleton
  Intake intake(Transactions transactions, DeadLetters deadLetters, Pause pause) {
    return new Intake(transactions, deadLetters, pause);
  }

  @Produces
  @Singleton
  CommandIntake commandIntake(Intake intake, Outbox outbox, MessagingMetrics metrics) {
    return new CommandIntake(intake, new Barrier(outbox, metrics));
  }

  @Produces
  @Singleton
  Traces traces(OpenTelemetry telemetry) {
    return new Traces(telemetry);
  }

  @Produces
  @Singleton
  Answers answers(Outbox outbox) {
    return new Answers(outbox);
  }
}
