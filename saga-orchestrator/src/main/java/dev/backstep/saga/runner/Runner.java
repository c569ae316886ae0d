package dev.backstep.saga.runner;

import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.saga.engine.Decision;
import dev.backstep.saga.engine.SagaEngine;
import dev.backstep.saga.engine.SagaRun;
import dev.backstep.saga.log.Advance;
import dev.backstep.saga.log.SagaLog;
import dev.backstep.saga.log.SagaTable;
import dev.backstep.saga.log.StoredSaga;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Brings many sagas forward in the caller's transaction: one statement loads and locks them, the
 * engine decides in memory, one statement per table writes rows, log and outbox.
 */
@Singleton
public final class Runner {
  private static final Logger LOG = Logger.getLogger(Runner.class);

  private final SagaTable table;
  private final SagaLog log;
  private final Sender sender;
  private final InstantSource time;
  private final SagaListener listener;

  Runner(SagaTable table, SagaLog log, Sender sender, InstantSource time, SagaListener listener) {
    this.table = table;
    this.log = log;
    this.sender = sender;
    this.time = time;
    this.listener = listener;
  }

  /** Starts sagas; one that is known already, or whose order has one, is left as it is. */
  public void start(Transaction tx, List<Birth> births) throws SQLException {
    var now = time.instant();
    var leaving = new LinkedHashMap<UUID, Leaving>();
    var advances = new ArrayList<Advance>(births.size());
    for (var birth : births) {
      var id = birth.saga().id();
      if (!leaving.containsKey(id)) {
        var decision = SagaEngine.start(birth.saga(), now);
        advances.add(
            new Advance(
                newborn(birth, decision.run(), now), decision.run(), List.of(decision.entry())));
        leaving.put(id, leaving(birth, decision));
      }
    }
    var started = log.begin(tx, advances);
    leaving.keySet().retainAll(started);
    report(births, started);
    sender.send(tx, leaving.values());
  }

  private static Leaving leaving(Birth birth, Decision first) {
    var leaving = new Leaving(birth.saga(), birth.traceparent());
    leaving.add(first);
    return leaving;
  }

  private static StoredSaga newborn(Birth birth, SagaRun run, Instant now) {
    return new StoredSaga(
        birth.saga(), run, birth.customer(), run.dueAt(), birth.traceparent(), now, now);
  }

  private static void report(List<Birth> births, Set<UUID> started) {
    if (births.size() > started.size()) {
      LOG.infof("%d requests for sagas that were started before", births.size() - started.size());
    }
  }

  /**
   * Applies incidents in order.
   *
   * @return the ids for which there is no saga; their incidents had no effect
   */
  public Set<UUID> apply(Transaction tx, List<Incident> incidents) throws SQLException {
    var ids = incidents.stream().map(Incident::saga).collect(Collectors.toSet());
    var turns = turns(table.lock(tx, ids));
    ids.removeAll(turns.keySet());
    apply(tx, turns, incidents);
    return ids;
  }

  /** As {@link #apply(Transaction, List)}, for sagas that the transaction has locked already. */
  public void apply(Transaction tx, List<StoredSaga> locked, List<Incident> incidents)
      throws SQLException {
    apply(tx, turns(locked), incidents);
  }

  private void apply(Transaction tx, Map<UUID, Turn> turns, List<Incident> incidents)
      throws SQLException {
    var now = time.instant();
    for (var incident : incidents) {
      var turn = turns.get(incident.saga());
      if (turn != null) {
        turn.take(incident.event(), now);
      }
    }
    store(tx, turns.values().stream().filter(Turn::moved).toList());
  }

  private void store(Transaction tx, List<Turn> turns) throws SQLException {
    var advances = turns.stream().map(Turn::advance).toList();
    log.advance(tx, advances);
    sender.send(tx, turns.stream().map(Turn::leaving).toList());
    tx.afterCommit(() -> listener.moved(advances));
  }

  private static Map<UUID, Turn> turns(List<StoredSaga> locked) {
    var turns = new LinkedHashMap<UUID, Turn>();
    for (var stored : locked) {
      turns.put(stored.saga().id(), new Turn(stored));
    }
    return turns;
  }
}
