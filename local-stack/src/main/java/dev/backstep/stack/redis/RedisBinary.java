package dev.backstep.stack.redis;

import dev.backstep.stack.layout.ProjectRoot;
import dev.backstep.stack.layout.StackFailure;
import dev.backstep.stack.process.Command;
import dev.backstep.stack.process.MadeOnce;
import dev.backstep.stack.process.UserCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** The redis-server that runs on this machine. */
final class RedisBinary {
  private RedisBinary() {}

  /** One of the jar's, unpacked once per user, else the system's own. */
  static Path find(ProjectRoot root) {
    return Stream.concat(
            candidates().stream().map(name -> unpacked(name, root)),
            Stream.of(Path.of("redis-server")))
        .filter(binary -> Command.succeeds(List.of(binary.toString(), "--version")))
        .findFirst()
        .orElseThrow(
            () -> new StackFailure("No Redis runs here: install redis-server (apt, dnf or brew)"));
  }

  private static List<String> candidates() {
    boolean arm = System.getProperty("os.arch").equals("aarch64");
    if (System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac")) {
      return List.of("redis-server-6.2.6-v5-darwin-" + (arm ? "arm64" : "amd64"));
    }
    // The first needs OpenSSL 3 and a recent glibc; the second is static.
    return arm
        ? List.of("redis-server-6.2.7-linux-arm64")
        : List.of("redis-server-6.2.6-v5-linux-amd64", "redis-server-6.2.7-linux-386");
  }

  private static Path unpacked(String name, ProjectRoot root) {
    return MadeOnce.at(
        UserCache.directory().resolve(name),
        fresh -> unpack(root.library("embedded-redis-"), name, fresh));
  }

  private static void unpack(Path jar, String name, Path target) throws IOException {
    try (var zip = new ZipFile(jar.toFile())) {
      var entry = zip.getEntry(name);
      if (entry == null) {
        throw new StackFailure(jar + " holds no " + name);
      }
      try (var content = zip.getInputStream(entry)) {
        Files.copy(content, target);
      }
    }
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
