package dev.backstep.rest.start;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A password that a service may be told.
 *
 * @param name its setting
 * @param user the setting that names whose it is
 */
record Password(String name, String user) {
  static final List<Password> ALL =
      List.of(
          new Password("quarkus.datasource.password", "quarkus.datasource.username"),
          new Password("quarkus.flyway.password", "quarkus.flyway.username"));

  // What images, examples and manuals say, and what is tried first.
  private static final Set<String> DEFAULTS =
      Set.of(
          "admin",
          "backstep",
          "changeit",
          "changeme",
          "change-me",
          "default",
          "pass",
          "passw0rd",
          "password",
          "postgres",
          "quarkus",
          "root",
          "secret",
          "test",
          "12345",
          "123456",
          "12345678");

  /** Whether everybody knows it. False when nothing was said. */
  boolean isDefaultIn(Function<String, Optional<String>> settings) {
    return settings
        .apply(name)
        .filter(it -> isDefault(it) || settings.apply(user).filter(it::equals).isPresent())
        .isPresent();
  }

  private static boolean isDefault(String value) {
    return DEFAULTS.contains(value.strip().toLowerCase(Locale.ROOT));
  }
}
