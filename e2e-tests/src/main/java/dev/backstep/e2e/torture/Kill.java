package dev.backstep.e2e.torture;

import dev.backstep.stack.layout.Instance;
import java.time.Duration;

/** kill -9, then a start as an init system would do it. */
record Kill(Instance victim, Duration hold) implements Fault {
  @Override
  public String what() {
    return "kill -9 " + victim.name();
  }

  @Override
  public void begin(Site site) {
    site.processes().kill(victim);
  }

  @Override
  public void end(Site site) {
    site.processes().start(victim);
  }
}
