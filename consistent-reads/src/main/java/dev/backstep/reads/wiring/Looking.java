package dev.backstep.reads.wiring;

import dev.backstep.reads.Commits;
import dev.backstep.reads.replica.ReplicaWatch;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The two threads beside the requests: one looks at the replicas, one makes the tokens of writes.
 */
@Singleton
class Looking {
  private static final int AFTER_THE_SERVER = 5_000;

  /** A look under way ends within its timeouts. */
  private static final long STOP_MILLIS = 1_500;

  private final ReplicaPools pools;
  private final ReplicaSet replicas;
  private final ReplicaWatch watch;
  private final Commits commits;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("replica-watch").factory());

  Looking(ReplicaPools pools, ReplicaSet replicas, ReplicaWatch watch, Commits commits) {
    this.pools = pools;
    this.replicas = replicas;
    this.watch = watch;
    this.commits = commits;
  }

  void onStart(@Observes StartupEvent event) {
    Thread.ofPlatform().daemon().name("commit-tokens").start(commits);
    if (!replicas.all().isEmpty()) {
      var millis = ReplicaWatch.INTERVAL.toMillis();
      var _ = timer.scheduleWithFixedDelay(watch::runOnce, millis, millis, TimeUnit.MILLISECONDS);
    }
  }

  void onStop(@Observes @Priority(AFTER_THE_SERVER) ShutdownEvent event)
      throws InterruptedException {
    commits.stop();
    timer.shutdownNow();
    if (timer.awaitTermination(STOP_MILLIS, TimeUnit.MILLISECONDS)) {
      watch.close();
    }
    pools.close();
  }
}
