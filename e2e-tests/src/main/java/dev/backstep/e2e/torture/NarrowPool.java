package dev.backstep.e2e.torture;

import dev.backstep.stack.layout.Instance;
import java.time.Duration;
import java.util.Map;

/** One process has two connections to its database, and somebody holds locks there. */
final class NarrowPool implements Fault {
  private static final Map<String, String> TWO = Map.of("quarkus.datasource.jdbc.max-size", "2");

  private final Instance victim;
  private final Locks locks;

  NarrowPool(Instance victim, Duration hold) {
    this.victim = victim;
    this.locks = new Locks(victim.part(), hold);
  }

  @Override
  public String what() {
    return "two connections for %s, and %s".formatted(victim.name(), locks.what());
  }

  @Override
  public Duration hold() {
    return locks.hold();
  }

  @Override
  public void begin(Site site) throws Exception {
    restart(site, TWO);
    locks.begin(site);
  }

  @Override
  public void end(Site site) throws Exception {
    locks.end(site);
    restart(site, Map.of());
  }

  @Override
  public boolean happened() {
    return locks.happened();
  }

  private void restart(Site site, Map<String, String> settings) {
    site.plan(victim, settings);
    site.restart(victim);
  }
}
