package dev.backstep.stack.process;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where all stacks of one user share what is made once and then only read, such as unpacked
 * programs.
 */
public final class UserCache {
  private UserCache() {}

  /** The directory; {@code XDG_CACHE_HOME} moves it. */
  public static Path directory() {
    return Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
        .filter(path -> !path.isBlank())
        .map(Path::of)
        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"))
        .resolve("backstep");
  }
}
