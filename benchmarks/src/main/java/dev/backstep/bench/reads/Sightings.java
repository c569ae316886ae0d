package dev.backstep.bench.reads;

import java.util.ArrayList;
import java.util.List;

/** What customers saw. Any thread. */
final class Sightings {
  private final List<Long> nanos = new ArrayList<>();
  private long missed;
  private long outdated;
  private long failed;

  synchronized void read(long took) {
    nanos.add(took);
  }

  /** An own order was not there. */
  synchronized void missed() {
    missed++;
  }

  /** An own order was in a state that the customer had seen it leave. */
  synchronized void outdated() {
    outdated++;
  }

  synchronized void failed() {
    failed++;
  }

  synchronized long reads() {
    return nanos.size();
  }

  synchronized long missedWrites() {
    return missed;
  }

  synchronized long backwards() {
    return outdated;
  }

  synchronized long failures() {
    return failed;
  }

  /** The time of a read that so large a share of all reads kept to, in milliseconds. */
  synchronized double millis(double share) {
    if (nanos.isEmpty()) {
      return Double.NaN;
    }
    var sorted = nanos.stream().sorted().toList();
    int index = (int) Math.min(sorted.size() - 1L, Math.round(share * sorted.size()));
    return sorted.get(index) / 1e6;
  }
}
