package dev.backstep.e2e.agent;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** Gives a process a clock that is wrong. The database and the broker keep their own. */
final class Clocks {
  private static volatile Duration ahead = Duration.ZERO;

  private Clocks() {}

  static void set(String duration) {
    ahead = Duration.parse(duration);
  }

  static List<Patch> patches() {
    return Stream.of("order", "inventory", "saga")
        .map(service -> "dev.backstep." + service + ".wiring.Sources")
        .map(type -> Patch.result(type, "time", InstantSource.class.getName(), "wrongClock"))
        .toList();
  }

  static InstantSource wrong(InstantSource right) {
    return () -> right.instant().plus(ahead);
  }
}
