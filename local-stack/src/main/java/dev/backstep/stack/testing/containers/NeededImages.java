package dev.backstep.stack.testing.containers;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The images without which tests on containers would have to pull. */
public final class NeededImages {
  static final String POSTGRES = "postgres:18";
  static final String KAFKA = "apache/kafka:4.1.1";
  static final String REDIS = "redis:8";

  /** What clears up after a JVM that was killed; of this version of Testcontainers. */
  static final String RYUK = "testcontainers/ryuk:0.14.0";

  private NeededImages() {}

  /** As Testcontainers is set in this environment. */
  public static List<String> here() {
    return of(System.getenv("TESTCONTAINERS_RYUK_DISABLED"));
  }

  static List<String> of(@Nullable String ryukDisabled) {
    var servers = List.of(POSTGRES, KAFKA, REDIS);
    return Boolean.parseBoolean(ryukDisabled)
        ? servers
        : Stream.concat(servers.stream(), Stream.of(RYUK)).toList();
  }
}
