package dev.backstep.e2e.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Ends the process where a trap is set. Called by the patched code. */
public final class Traps {
  /** As if killed. */
  private static final int KILLED = 137;

  private static volatile Path home = Path.of(".");

  private Traps() {}

  static void watch(Path directory) {
    home = directory;
  }

  /** Halts if there is a trap of that name, which springs only once. */
  public static void spring(String point) {
    try {
      if (Files.deleteIfExists(home.resolve(point))) {
        Runtime.getRuntime().halt(KILLED);
      }
    } catch (IOException _) {
      // no trap that can be seen
    }
  }
}
