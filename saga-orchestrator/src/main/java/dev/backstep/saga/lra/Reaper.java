package dev.backstep.saga.lra;

import dev.backstep.messaging.transaction.Transactions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * Cancels LRAs of ours that belong to nothing: begun by a process that died before it could write
 * that down, or left open by a saga that is over.
 */
@Singleton
class Reaper {
  /** Between an LRA's start and its record lies one short transaction. */
  private static final Duration GRACE = Duration.ofSeconds(15);

  /** {@code <our name>/<saga>/<step>}: the coordinator puts the name before. */
  private static final String OURS = "/[0-9a-f-]{36}/[a-z][a-z0-9-]{0,39}";

  private static final Logger LOG = Logger.getLogger(Reaper.class);

  private final Coordinator coordinator;
  private final Transactions transactions;
  private final InstantSource time;
  private final LraConfig config;

  Reaper(Coordinator coordinator, Transactions transactions, InstantSource time, LraConfig config) {
    this.coordinator = coordinator;
    this.transactions = transactions;
    this.time = time;
    this.config = config;
  }

  /** One look at all that are open. */
  Duration runOnce() {
    var orphans = transactions.call(AttemptTable::endOrphans);
    if (orphans > 0) {
      LOG.infof("%d LRAs were left open by sagas that are over", orphans);
    }
    for (var lra : withoutAttempt()) {
      LOG.infof("%s belongs to nothing and is cancelled", lra);
      var _ = coordinator.cancel(lra);
    }
    return config.reap();
  }

  private List<String> withoutAttempt() {
    var name = coordinator.name();
    if (name.isEmpty()) {
      return List.of();
    }
    var ours = Pattern.compile(Pattern.quote(name.get()) + OURS);
    var since = time.instant().minus(GRACE);
    var open =
        coordinator.open().stream()
            .filter(lra -> ours.matcher(lra.client()).matches() && lra.startedAt().isBefore(since))
            .map(Coordinator.Listed::id)
            .toList();
    if (open.isEmpty()) {
      return open;
    }
    var known = transactions.call(tx -> AttemptTable.open(tx, open));
    return open.stream().filter(lra -> !known.contains(lra)).toList();
  }
}
