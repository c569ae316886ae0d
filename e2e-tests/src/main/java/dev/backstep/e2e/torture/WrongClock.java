package dev.backstep.e2e.torture;

import dev.backstep.stack.layout.Instance;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** One of two processes works for a while with a clock that is hours off. */
record WrongClock(Instance victim, Duration ahead, Duration hold) implements Fault {
  @Override
  public String what() {
    return "clock of %s off by %d h".formatted(victim.name(), ahead.toHours());
  }

  @Override
  public void begin(Site site) {
    site.plan(victim, Map.of(), Optional.of(ahead));
    site.restart(victim);
  }

  @Override
  public void end(Site site) {
    site.plan(victim, Map.of(), Optional.empty());
    site.restart(victim);
  }
}
