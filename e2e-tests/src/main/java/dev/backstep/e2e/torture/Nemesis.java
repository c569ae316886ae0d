package dev.backstep.e2e.torture;

import dev.backstep.e2e.audit.Audit;
import dev.backstep.e2e.audit.History;
import dev.backstep.e2e.audit.Rest;
import dev.backstep.e2e.audit.StackWitnesses;
import dev.backstep.e2e.audit.Strength;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.KafkaException;

/** Lets one fault after the other loose on a site under load, and judges what is left. */
final class Nemesis implements AutoCloseable {
  /** So much of each round passes before its fault. */
  private static final Duration BEFORE = Duration.ofSeconds(1);

  /** An audit is work, too; the machine has other things to do. */
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

  private final Site site;
  private final Crowd crowd;
  private final Duration patience;
  private final StackWitnesses witnesses;
  private final Audit audit;

  /**
   * On that site.
   *
   * @param patience how long recovery may take
   */
  Nemesis(Site site, Crowd crowd, Duration patience) throws SQLException {
    this.site = site;
    this.crowd = crowd;
    this.patience = patience;
    this.witnesses = StackWitnesses.of(site.layout());
    this.audit = new Audit(witnesses);
  }

  /** One fault, from calm to calm. */
  RoundResult round(Fault fault) throws Exception {
    var polled = new ArrayList<String>();
    long over;
    crowd.open(fault.isRemembered());
    try {
      Thread.sleep(BEFORE);
      strike(fault, polled);
    } finally {
      over = System.nanoTime();
      crowd.close();
    }
    var moving = Rest.await(site.layout(), patience.minusNanos(System.nanoTime() - over));
    var recovery = Duration.ofNanos(System.nanoTime() - over);
    var strict = audit.judge(Strength.AT_REST, crowd.history());
    return new RoundResult(
        fault.what(),
        fault.happened(),
        recovery,
        moving,
        polled,
        strict,
        crowd.complaints(),
        crowd.stalls());
  }

  private void strike(Fault fault, List<String> polled) throws Exception {
    crowd.avoid(fault.silent());
    crowd.expectAnswers(fault.isGraceful());
    crowd.swell(fault.backlog(), fault.hold());
    try {
      fault.begin(site);
      watch(fault.hold(), polled);
    } finally {
      crowd.ebb();
      fault.end(site);
      crowd.avoid(Set.of());
      crowd.expectAnswers(false);
    }
  }

  /** Looks at once, and again and again until it is over. */
  private void watch(Duration hold, List<String> polled) throws InterruptedException {
    long end = System.nanoTime() + hold.toNanos();
    for (long left = 1; left > 0; left = end - System.nanoTime()) {
      look(polled);
      long rest = Math.min(end - System.nanoTime(), BETWEEN_LOOKS.toNanos());
      Thread.sleep(Duration.ofNanos(Math.max(rest, 0)));
    }
  }

  /** What must hold at any instant, unless the auditor himself is cut off. */
  private void look(List<String> polled) {
    try {
      polled.addAll(audit.judge(Strength.RUNNING, History.NONE).broken());
    } catch (SQLException | KafkaException _) {
      // the fault hit what the auditor looks at; he looks again at rest
    }
  }

  @Override
  public void close() throws SQLException {
    witnesses.close();
  }
}
