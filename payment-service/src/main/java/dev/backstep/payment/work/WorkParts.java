package dev.backstep.payment.work;

import dev.backstep.messaging.barrier.Answers;
import dev.backstep.messaging.outbox.Outbox;
import dev.backstep.messaging.trace.Traces;
import dev.backstep.messaging.transaction.Transactions;
import dev.backstep.payment.gateway.Circuit;
import dev.backstep.payment.gateway.GatewayConfig;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The parts, put together. */
@Singleton
class WorkParts {
  @Produces
  @Singleton
  Handover handover(Loops loops) {
    return loops.handover();
  }

  /** Everything that shares the queues. */
  record Loops(
      Handover handover,
      Caller caller,
      AnswerWriter writer,
      Sweeper sweeper,
      WorkMetrics metrics) {}

  @Produces
  @Singleton
  Loops loops(
      WorkConfig config,
      GatewayConfig gateway,
      Circuit circuit,
      Transactions transactions,
      Answers answers,
      Outbox outbox,
      MeterRegistry registry,
      Traces traces,
      InstantSource time,
      @ConfigProperty(name = "backstep.instance") Optional<String> instance) {
    var traced = new TracedGateway(circuit, traces, time);
    var queues = new Queues(config.waiting());
    var inFlight = new AtomicInteger();
    var pace = new SweepPace(config.poll(), System::nanoTime);
    var owner = instance.orElseGet(() -> UUID.randomUUID().toString());
    var claimant = new Handover.Claimant(owner, config, System::nanoTime);
    var backoff =
        new Backoff(
            config.firstRetry(),
            config.longestRetry(),
            () -> ThreadLocalRandom.current().nextDouble());
    var stale = registry.counter("backstep.payments.stale.answers");
    var book = new AnswerBook(transactions, answers, outbox, backoff, stale);
    return new Loops(
        new Handover(queues, circuit, pace, claimant),
        new Caller(queues, traced, gateway.timeout(), System::nanoTime, inFlight),
        new AnswerWriter(queues, book, pace),
        new Sweeper(transactions, queues, circuit, claimant, pace),
        new WorkMetrics(transactions, registry, queues, inFlight));
  }
}
