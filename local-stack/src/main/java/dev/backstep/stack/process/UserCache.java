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
    return environment("XDG_CACHE_HOME")
        .or(() -> environment("HOME").map(home -> home.resolve(".cache")))
        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"))
        .resolve("backstep");
  }

  private static Optional<Path> environment(String name) {
    return Optional.ofNullable(System.getenv(name)).filter(path -> !path.isBlank()).map(Path::of);
  }
}
