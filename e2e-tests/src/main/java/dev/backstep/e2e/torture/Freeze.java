package dev.backstep.e2e.torture;

import dev.backstep.stack.layout.Instance;
import java.time.Duration;
import java.util.Set;

/**
 * SIGSTOP, for longer than leases and sessions; the thawed process believes that no time passed.
 */
record Freeze(Instance victim, Duration hold) implements Fault {
  @Override
  public String what() {
    return "freeze %s for %d s".formatted(victim.name(), hold.toSeconds());
  }

  @Override
  public void begin(Site site) {
    site.processes().pause(victim);
  }

  @Override
  public void end(Site site) {
    site.processes().resume(victim);
  }

  @Override
  public Set<Instance> silent() {
    return Set.of(victim);
  }
}
