package dev.backstep.e2e.torture;

import dev.backstep.e2e.agent.TrapPoint;
import dev.backstep.stack.layout.Instance;
import java.time.Duration;
import java.util.Locale;

/** A process ends between two instructions, as by a power cut. */
final class Halt implements Fault {
  /** Under load every point is passed many times within this. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  private final Instance victim;
  private final TrapPoint point;
  private boolean sprung;

  Halt(Instance victim, TrapPoint point) {
    this.victim = victim;
    this.point = point;
  }

  @Override
  public String what() {
    return "halt %s %s"
        .formatted(victim.name(), point.name().toLowerCase(Locale.ROOT).replace('_', ' '));
  }

  @Override
  public Duration hold() {
    return Duration.ofSeconds(1);
  }

  @Override
  public void begin(Site site) throws InterruptedException {
    var agent = site.agent(victim);
    agent.setTrap(point);
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!agent.hasSprung(point) && System.nanoTime() < end) {
      Thread.sleep(LOOK_AGAIN);
    }
    sprung = agent.hasSprung(point);
    agent.removeTrap(point);
  }

  @Override
  public void end(Site site) {
    site.processes().start(victim);
  }

  @Override
  public boolean happened() {
    return sprung;
  }
}
