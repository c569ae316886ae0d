package dev.backstep.e2e.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/**
 * Gives a process a clock that can be put forward and back while it runs. The database and the
 * broker keep their own.
 */
final class Clocks {
  /** How far the clock is ahead, in ISO 8601; right when there is no such file. */
  static final String FILE = "clock";

  private static volatile Path home = Path.of(".");

  private Clocks() {}

  static void watch(Path directory) {
    home = directory;
  }

  static List<Patch> patches() {
    return Stream.of("order", "inventory", "saga")
        .map(service -> "dev.backstep." + service + ".wiring.Sources")
        .map(type -> Patch.result(type, "time", InstantSource.class.getName(), "clock"))
        .toList();
  }

  /** The file is asked each time: whoever looks at the clock does so a few times per saga. */
  static InstantSource of(InstantSource right) {
    return () -> wrong(right.instant());
  }

  private static Instant wrong(Instant right) {
    var file = home.resolve(FILE);
    try {
      return Files.exists(file) ? right.plus(Duration.parse(Files.readString(file))) : right;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
