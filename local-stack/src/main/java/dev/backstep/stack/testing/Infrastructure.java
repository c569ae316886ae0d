package dev.backstep.stack.testing;

import dev.backstep.stack.Elsewhere;
import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.StackFailure;
import dev.backstep.stack.testing.containers.Containers;
import java.util.Arrays;
import java.util.Locale;

/** What the servers of a test stack are: chosen with {@code -Dbackstep.infra=NAME}. */
enum Infrastructure {
  /** Processes of this machine, from Maven artifacts. The default: it needs nothing. */
  EMBEDDED,
  /** Containers; needs an engine, and the images of {@code docker-compose.yml}. */
  TESTCONTAINERS;

  private static final String CHOICE = "backstep.infra";

  static Infrastructure chosen() {
    String name = System.getProperty(CHOICE, "");
    return Arrays.stream(values())
        .filter(each -> each.label().equals(name.isBlank() ? EMBEDDED.label() : name))
        .findFirst()
        .orElseThrow(() ->
            new StackFailure("-D%s=%s: choose embedded or testcontainers".formatted(CHOICE, name)));
  }

  Elsewhere elsewhere(Layout layout) {
    return switch (this) {
      case EMBEDDED -> Elsewhere.NOWHERE;
      case TESTCONTAINERS -> new Containers(layout);
    };
  }

  /** One line for whoever reads the output of tests. */
  String announcement() {
    return switch (this) {
      case EMBEDDED ->
          "Servers of the tests: embedded (-D" + CHOICE + "=testcontainers for containers)";
      case TESTCONTAINERS -> "Servers of the tests: containers, by Testcontainers";
    };
  }

  private String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
