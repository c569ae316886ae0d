package dev.backstep.reads.wiring;

import dev.backstep.reads.Commits;
import dev.backstep.reads.memory.Looks;
import dev.backstep.reads.replica.ReplicaWatch;
import dev.backstep.reads.replica.Replicas;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * The threads beside the requests: one makes the tokens of writes; with a replica, one looks at the
 * replicas and one at Redis.
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
  private final Looks looks;
  private final Thread watcher;

  Looking(ReplicaPools pools, Replicas replicas, ReplicaWatch watch, Commits commits, Looks looks) {
    this.pools = pools;
    this.replicas = replicas;
    this.watch = watch;
    this.commits = commits;
    this.looks = looks;
    this.watcher = Thread.ofPlatform().daemon().name("replica-watch").unstarted(watch);
  }

  void onStart(@Observes StartupEvent event) {
    Thread.ofPlatform().daemon().name("commit-tokens").start(commits);
    if (!replicas.all().isEmpty()) {
      watcher.start();
      Thread.ofPlatform().daemon().name("redis-looks").start(looks);
    }
  }

  void onStop(@Observes @Priority(AFTER_THE_SERVER) ShutdownEvent event)
      throws InterruptedException {
    commits.stop();
    looks.stop();
    watch.stop();
    if (watcher.isAlive()) {
      watcher.join(STOP);
    }
    pools.close();
  }
}
