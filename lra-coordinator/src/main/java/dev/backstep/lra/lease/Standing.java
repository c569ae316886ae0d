package dev.backstep.lra.lease;

import dev.backstep.lra.narayana.Narayana;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Whether this instance is the active one. The coordinator keeps every open LRA in memory, so one
 * that has lost its lease to another knows nothing that still holds: it ends.
 */
@ApplicationScoped
public class Standing {
  /** While this holds, the database has promised that nobody else is active. */
  private record Held(long epoch, long untilNanos) {}

  private static final int LOST = 1;
  private static final Logger LOG = Logger.getLogger(Standing.class);

  private final LeaseTable table;
  private final LeaseConfig config;
  private final Narayana narayana;
  private final LongSupplier nanoTime;
  private final String instance;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("lra-lease").factory());
  private volatile @Nullable Held held;

  Standing(
      LeaseTable table,
      LeaseConfig config,
      Narayana narayana,
      LongSupplier nanoTime,
      @ConfigProperty(name = "backstep.instance") String instance) {
    this.table = table;
    this.config = config;
    this.narayana = narayana;
    this.nanoTime = nanoTime;
    this.instance = instance;
  }

  void onStart(@Observes StartupEvent event, MeterRegistry registry) {
    registry.gauge("backstep.lra.active", this, it -> it.isActive() ? 1 : 0);
    run();
    long pause = config.renewal().toMillis();
    var _ = timer.scheduleWithFixedDelay(this::run, pause, pause, TimeUnit.MILLISECONDS);
  }

  void onStop(@Observes ShutdownEvent event) {
    timer.shutdownNow();
    var last = held;
    held = null;
    narayana.stop();
    if (last != null) {
      try {
        table.giveBack(last.epoch);
      } catch (SQLException e) {
        LOG.infof("The lease runs out by itself: %s", e.getMessage());
      }
    }
  }

  /** True while nobody else can be. */
  public boolean isActive() {
    var now = held;
    return now != null && now.untilNanos - nanoTime.getAsLong() > 0;
  }

  private void run() {
    try {
      runOnce();
    } catch (SQLException e) {
      LOG.warnf("The lease cannot be looked at: %s", e.getMessage());
    }
  }

  /** One look: takes the lease when it is free, renews it when it is ours. */
  void runOnce() throws SQLException {
    // Measured from before the question: the database counts from later.
    long until = nanoTime.getAsLong() + config.duration().toNanos();
    var now = held;
    if (now == null) {
      take(until);
    } else if (table.renew(now.epoch, config.duration())) {
      held = new Held(now.epoch, until);
    } else {
      LOG.error("Another instance has taken over: this one ends.");
      held = null;
      timer.shutdown();
      Quarkus.asyncExit(LOST);
    }
  }

  private void take(long until) throws SQLException {
    var epoch = table.take(instance, config.duration());
    if (epoch.isPresent()) {
      narayana.start(epoch.getAsLong());
      held = new Held(epoch.getAsLong(), until);
      LOG.infof("%s is active, epoch %d.", instance, epoch.getAsLong());
    }
  }
}
