package dev.backstep.e2e.torture;

import dev.backstep.stack.layout.Instance;
import java.time.Duration;

/** The clock of one of two processes jumps by hours, and back a while later. */
record WrongClock(Instance victim, Duration ahead, Duration hold) implements Fault {
  @Override
  public String what() {
    return "clock of %s off by %d h".formatted(victim.name(), ahead.toHours());
  }

  @Override
  public void begin(Site site) {
    site.agent(victim).putClockForward(ahead);
  }

  @Override
  public void end(Site site) {
    site.agent(victim).putClockForward(Duration.ZERO);
  }
}
