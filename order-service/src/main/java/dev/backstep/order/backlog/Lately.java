package dev.backstep.order.backlog;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What ended within the last two seconds, counted in quarters of that time. */
final class Lately {
  /** Long enough to even out batches, short enough to see a load come and go. */
  static final Duration WINDOW = Duration.ofSeconds(2);

  private static final Duration SLOT = WINDOW.dividedBy(4);

  private final Deque<Slot> slots = new ArrayDeque<>();

  /** Counts an order that went the whole way, and how long that took. */
  synchronized void confirmed(Instant now, Duration took) {
    var slot = slot(now);
    slot.ended++;
    slot.quickest = slot.quickest.filter(it -> it.compareTo(took) <= 0).or(() -> Optional.of(took));
  }

  /** Counts an order that was refused somewhere on its way. */
  synchronized void refused(Instant now) {
    slot(now).ended++;
  }

  /** Orders that end in a second. */
  synchronized double perSecond(Instant now) {
    forget(now);
    return slots.stream().mapToInt(slot -> slot.ended).sum() / (double) WINDOW.toSeconds();
  }

  /** How long the quickest confirmation took; empty when nothing was confirmed. */
  synchronized Optional<Duration> quickest(Instant now) {
    forget(now);
    return slots.stream().flatMap(slot -> slot.quickest.stream()).min(Duration::compareTo);
  }

  private Slot slot(Instant now) {
    var last = slots.peekLast();
    if (last == null || !now.isBefore(last.begin.plus(SLOT))) {
      forget(now);
      last = new Slot(now);
      slots.addLast(last);
    }
    return last;
  }

  private void forget(Instant now) {
    slots.removeIf(slot -> !now.isBefore(slot.begin.plus(WINDOW)));
  }

  private static final class Slot {
    private final Instant begin;
    private int ended;
    private Optional<Duration> quickest = Optional.empty();

    Slot(Instant begin) {
      this.begin = begin;
    }
  }
}
