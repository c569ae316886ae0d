package dev.backstep.e2e.torture;

import dev.backstep.stack.layout.Instance;
import dev.backstep.stack.layout.Part;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A service has two connections to its database per process, and somebody holds locks there. */
final class NarrowPool implements Fault {
  private static final Map<String, String> TWO = Map.of("quarkus.datasource.jdbc.max-size", "2");

  private final Part service;
  private final Locks locks;

  NarrowPool(Part service, Duration hold) {
    this.service = service;
    this.locks = new Locks(service, hold);
  }

  @Override
  public String what() {
    return "pools of two, and " + locks.what();
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

  private void restart(Site site, Map<String, String> settings) {
    for (Instance each : Site.instances(service)) {
      site.plan(each, settings, Optional.empty());
      site.restart(each);
    }
  }
}
