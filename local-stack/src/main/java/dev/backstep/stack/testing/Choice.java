package dev.backstep.stack.testing;

import dev.backstep.stack.layout.StackFailure;
import dev.backstep.stack.testing.containers.ContainerEngine;
import dev.backstep.stack.testing.containers.EngineSocket;
import dev.backstep.stack.testing.containers.NeededImages;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which servers the tests of this JVM get. {@code -Dbackstep.infra=NAME} decides. Without it they
 * are containers where an engine answers and has every image already, for tests pull none unasked;
 * else embedded.
 *
 * @param why in words, for the first line of the tests' output
 */
record Choice(Infrastructure infrastructure, String why) {
  static final String PROPERTY = "backstep.infra";

  // A system property, since Quarkus loads tests and their resources with different class loaders.
  private static final String MADE = "backstep.infra.made";

  /** Looked for once in each JVM, and said in one line. */
  static Infrastructure ofThisJvm() {
    synchronized (MADE) { // a literal: one object for all class loaders
      String made = System.getProperty(MADE);
      if (made != null) {
        return Infrastructure.valueOf(made);
      }
      var choice = of(System.getProperty(PROPERTY, ""), EngineSocket.find(), NeededImages.here());
      System.out.println(choice.announcement());
      System.setProperty(MADE, choice.infrastructure().name());
      return choice.infrastructure();
    }
  }

  /**
   * The decision alone.
   *
   * @param property what somebody chose, or nothing
   * @param images that tests on containers need
   */
  static Choice of(String property, ContainerEngine engine, List<String> images) {
    return property.isBlank() ? automatic(engine, images) : explicit(property);
  }

  private static Choice explicit(String name) {
    return Arrays.stream(Infrastructure.values())
        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .map(each -> new Choice(each, "as -D%s says".formatted(PROPERTY)))
        .orElseThrow(() ->
            new StackFailure(
                "-D%s=%s: choose embedded or testcontainers".formatted(PROPERTY, name)));
  }

  private static Choice automatic(ContainerEngine engine, List<String> images) {
    return obstacle(engine, images)
        .map(obstacle -> new Choice(Infrastructure.EMBEDDED, obstacle))
        .orElseGet(() ->
            new Choice(
                Infrastructure.TESTCONTAINERS, "an engine answers and has every image they need"));
  }

  private static Optional<String> obstacle(ContainerEngine engine, List<String> images) {
    return engine.obstacle().or(() -> engine.missing(images).map("image %s is missing"::formatted));
  }

  /** One line for whoever reads the output of tests. */
  String announcement() {
    return "Servers of the tests: %s: %s".formatted(infrastructure.description(), why);
  }
}
