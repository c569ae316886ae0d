package dev.backstep.stack.testing;

import dev.backstep.stack.Elsewhere;
import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.testing.containers.Containers;

/** What the servers of a test stack are; {@link Choice} tells who decides. */
enum Infrastructure {
  /** Processes of this machine, from Maven artifacts: they need nothing. */
  EMBEDDED("embedded"),
  /** Containers; needs an engine, and the images of {@code docker-compose.yml}. */
  TESTCONTAINERS("containers, by Testcontainers");

  private final String description;

  Infrastructure(String description) {
    this.description = description;
  }

  Elsewhere elsewhere(Layout layout) {
    return switch (this) {
      case EMBEDDED -> Elsewhere.NOWHERE;
      case TESTCONTAINERS -> new Containers(layout);
    };
  }

  /** For whoever reads the output of tests. */
  String description() {
    return description;
  }
}
