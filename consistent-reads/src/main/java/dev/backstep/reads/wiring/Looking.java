package dev.backstep.reads.wiring;

import dev.backstep.reads.Commits;
import dev.backstep.reads.replica.ReplicaWatch;
import dev.backstep.reads.replica.Replicas;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * The two threads beside the requests: one looks at the replicas, one makes the tokens of writes.
 */
@Singleton
class Looking {
  private static final int AFTER_THE_SERVER = 5_000;

  /** A look under way ends within its timeouts. */
  private static final Duration STOP = Duration.ofMillis(1_500);

  private final ReplicaPools pools;
  private final Replicas replicas;
  private final ReplicaWatch watch;
  private final Commits commits;
  private final Thread watcher;

  Looking(ReplicaPools pools, Replicas replicas, ReplicaWatch watch, Commits commits) {
    this.pools = pools;
    this.replicas = replicas;
    this.watch = watch;
    this.commits = commits;
    this.watcher = Thread.ofPlatform().daemon().name("replica-watch").unstarted(watch);
  }

  void onStart(@Observes StartupEvent event) {
    Thread.ofPlatform().daemon().name("commit-tokens").start(commits);
    if (!replicas.all().isEmpty()) {
      watcher.start();
    }
  }

  void onStop(@Observes @Priority(AFTER_THE_SERVER) ShutdownEvent event)
      throws InterruptedException {
    commits.stop();
    watch.stop();
    if (watcher.isAlive()) {
      watcher.join(STOP);
    }
    pools.close();
  }
}
