package dev.backstep.e2e.torture;

import dev.backstep.stack.layout.Part;
import java.time.Duration;

/** Both processes of a service are restarted in turn, as for a new version: by SIGTERM. */
record RollingRestart(Part service) implements Fault {
  @Override
  public String what() {
    return "restart %s, one process after the other".formatted(service.label());
  }

  @Override
  public Duration hold() {
    return Duration.ZERO;
  }

  @Override
  public void begin(Site site) {
    Site.instances(service).forEach(site::restart);
  }

  @Override
  public void end(Site site) {
    // all of it was the beginning
  }

  @Override
  public boolean isGraceful() {
    return true;
  }
}
