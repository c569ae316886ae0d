package dev.backstep.reads.replica;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Looks how far each replica is, off the path of requests. Keeps a connection to each server and
 * none while it does not answer.
 */
public final class ReplicaWatch implements Runnable {
  /** A server that just failed is left alone for a moment. */
  static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(500);

  private static final Logger LOG = Logger.getLogger(ReplicaWatch.class);
  private static final String PRIMARY = "";

  private final DataSource primary;
  private final Replicas replicas;
  private final InstantSource time;
  private final PrimaryLog log = new PrimaryLog();
  private final Map<String, Connection> open = new HashMap<>();
  private final Map<String, Boolean> answering = new HashMap<>();
  private final Map<String, Instant> notBefore = new HashMap<>();
  private volatile boolean stopping;

  public ReplicaWatch(DataSource primary, Replicas replicas, InstantSource time) {
    this.primary = primary;
    this.replicas = replicas;
    this.time = time;
  }

  @Override
  public void run() {
    while (!stopping) {
      runOnce();
      replicas.pace().pause();
    }
    close();
  }

  /** Ends the loop when the look under way is over. */
  public void stop() {
    stopping = true;
    replicas.pace().wake();
  }

  /** One look at every server. */
  public void runOnce() {
    if (!leftAlone(PRIMARY)) {
      lookAtPrimary();
    }
    replicas.all().forEach(this::lookAt);
  }

  private void lookAtPrimary() {
    try {
      var connection = connection(PRIMARY, primary::getConnection);
      var horizon = PositionQuery.horizonOf(connection);
      log.add(horizon.flushed(), time.instant());
      replicas.horizons().add(horizon);
    } catch (SQLException e) {
      drop(PRIMARY); // replicas are judged by what was seen of it before
    }
  }

  private void lookAt(Replica replica) {
    if (leftAlone(replica.name())) {
      return;
    }
    try {
      var connection = connection(replica.name(), replica::connect);
      ReplicaReader.expectSoon(connection);
      var replayed = PositionQuery.ofReplica(connection);
      if (replayed.isPresent()) {
        replica.saw(replayed.get(), log.delayOf(replayed.get(), time.instant()));
        report(replica, true, "");
      } else {
        replica.gone();
        report(replica, false, "it is a replica no longer");
      }
    } catch (SQLException e) {
      drop(replica.name());
      replica.gone();
      report(replica, false, String.valueOf(e.getMessage()));
    }
  }

  private boolean leftAlone(String name) {
    return time.instant().isBefore(notBefore.getOrDefault(name, Instant.MIN));
  }

  private void report(Replica replica, boolean answers, String why) {
    var before = Optional.ofNullable(answering.put(replica.name(), answers));
    if (before.filter(it -> it == answers).isPresent()) {
      return;
    }
    if (answers) {
      LOG.infof("Reads may go to replica %s.", replica.name());
    } else {
      LOG.warnf("No read goes to replica %s: %s", replica.name(), why);
    }
  }

  private Connection connection(String name, Opening opening) throws SQLException {
    var known = open.get(name);
    if (known == null) {
      known = opening.open();
      open.put(name, known);
    }
    return known;
  }

  private void drop(String name) {
    notBefore.put(name, time.instant().plus(PAUSE_AFTER_FAILURE));
    var connection = open.remove(name);
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException e) {
        LOG.debugf(e, "a dead connection was not closed");
      }
    }
  }

  /** Gives all connections back. */
  public void close() {
    List.copyOf(open.keySet()).forEach(this::drop);
  }

  @FunctionalInterface
  private interface Opening {
    Connection open() throws SQLException;
  }
}
