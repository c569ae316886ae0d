package dev.backstep.saga.runner;

import dev.backstep.messaging.outbox.Outbox;
import dev.backstep.messaging.outbox.Outgoing;
import dev.backstep.messaging.transaction.Transaction;
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
  private final Outbox outbox;
  private final InstantSource time;
  private final SagaListener listener;

  Runner(SagaTable table, SagaLog log, Outbox outbox, InstantSource time, SagaListener listener) {
    this.table = table;
    this.log = log;
    this.outbox = outbox;
    this.time = time;
    this.listener = listener;
  }

  /** Starts sagas; one that is known already, or whose order has one, is left as it is. */
  public void start(Transaction tx, List<Birth> births) throws SQLException {
    var now = time.instant();
    var messages = new LinkedHashMap<UUID, List<Outgoing>>();
    var advances = new ArrayList<Advance>(births.size());
    for (var birth : births) {
      var id = birth.saga().id();
      if (!messages.containsKey(id)) {
        var decision = SagaEngine.start(birth.saga(), now);
        advances.add(
            new Advance(
                newborn(birth, decision.run(), now), decision.run(), List.of(decision.entry())));
        messages.put(
            id,
            decision.effects().stream()
                .map(effect -> Turn.outgoing(effect, birth.traceparent()))
                .toList());
      }
    }
    var started = log.begin(tx, advances);
    messages.keySet().retainAll(started);
    report(births, started);
    outbox.append(tx, messages.values().stream().flatMap(List::stream).toList());
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
    outbox.append(tx, turns.stream().flatMap(turn -> turn.messages().stream()).toList());
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
