package dev.backstep.messaging.wiring;

import dev.backstep.messaging.relay.Fresh;
import dev.backstep.messaging.relay.KafkaPublisher;
import dev.backstep.messaging.relay.LatePublication;
import dev.backstep.messaging.relay.Relay;
import dev.backstep.messaging.relay.RelayListener;
import dev.backstep.messaging.relay.RelayLoop;
import dev.backstep.messaging.relay.ShardLeases;
import dev.backstep.messaging.relay.Wakeup;
import dev.backstep.messaging.transaction.Transactions;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The threads that publish: the relay, the renewal of its leases, and a look at the outbox for the
 * metrics.
 */
@Singleton
class Publishing {
  private static final Logger LOG = Logger.getLogger(Publishing.class);

  /** The relay ends its round within this time, or its leases run out by themselves. */
  private static final Duration STOP = Duration.ofSeconds(5);

  private static final Duration SAMPLE = Duration.ofSeconds(5);
  private static final int AFTER_EVERYTHING = 5_000;

  private final MessagingConfig config;
  private final MessagingMetrics metrics;
  private final Wakeup wakeup;
  private final ShardLeases leases;
  private final RelayLoop loop;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(daemon("relay-timer"));
  private @Nullable Thread relayThread;

  Publishing(
      MessagingConfig config,
      MessagingMetrics metrics,
      MessagingTraces traces,
      Transactions transactions,
      Wakeup wakeup,
      Fresh fresh,
      OutboxChannel channel,
      Instance<LatePublication> late,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    this.config = config;
    this.metrics = metrics;
    this.wakeup = wakeup;
    this.leases = new ShardLeases(transactions, instance(config, service), System::nanoTime);
    var publisher = new KafkaPublisher(channel.producer(), service);
    var hook = late.isResolvable() ? late.get() : LatePublication.IGNORED;
    this.loop =
        new RelayLoop(
            new Relay(
                transactions,
                leases,
                fresh,
                publisher,
                hook,
                RelayListener.both(metrics, traces),
                System::nanoTime),
            leases,
            wakeup,
            System::nanoTime);
  }

  void onStart(@Observes @Priority(AFTER_EVERYTHING) StartupEvent event) {
    if (!config.relay().enabled()) {
      return;
    }
    var _ =
        timer.scheduleWithFixedDelay(
            this::renew, 0, ShardLeases.RENEWAL.toMillis(), TimeUnit.MILLISECONDS);
    var _ =
        timer.scheduleWithFixedDelay(metrics::sample, 0, SAMPLE.toMillis(), TimeUnit.MILLISECONDS);
    relayThread = daemon("relay").newThread(loop);
    relayThread.start();
  }

  void onStop(@Observes @Priority(AFTER_EVERYTHING) ShutdownEvent event)
      throws InterruptedException {
    timer.shutdownNow();
    var thread = relayThread;
    if (thread != null) {
      thread.interrupt();
      thread.join(STOP.toMillis());
      giveBack();
    }
  }

  private void renew() {
    try {
      if (leases.runOnce()) {
        wakeup.signal();
      }
    } catch (RuntimeException e) {
      LOG.warnf("The leases of the relay are not renewed: %s", e.getMessage());
    }
  }

  private void giveBack() {
    try {
      leases.close();
    } catch (RuntimeException e) {
      LOG.warnf("The leases of the relay run out by themselves: %s", e.getMessage());
    }
  }

  private static String instance(MessagingConfig config, String service) {
    return config.instance().orElseGet(() -> service + "-" + UUID.randomUUID());
  }

  private static ThreadFactory daemon(String name) {
    return Thread.ofPlatform().daemon().name(name).factory();
  }
}
