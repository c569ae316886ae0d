package dev.backstep.stack.postgres;

import dev.backstep.stack.layout.StackFailure;
import dev.backstep.stack.process.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * How to run PostgreSQL, which refuses to run as root: plainly for other users; for root in a user
 * namespace (where files stay root's), else as the user nobody.
 */
record Unprivileged(List<String> prefix, boolean changesUser) {
  private static final String NOBODY = "65534";
  private static final List<String> NAMESPACE = List.of("unshare", "-U");
  private static final List<String> AS_NOBODY =
      List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--");

  /** What works for the current user on this machine. */
  static Unprivileged detect() {
    if (!"0".equals(Command.run(List.of("id", "-u")).output())) {
      return new Unprivileged(List.of(), false);
    }
    if (works(NAMESPACE)) {
      return new Unprivileged(NAMESPACE, false);
    }
    if (works(AS_NOBODY)) {
      return new Unprivileged(AS_NOBODY, true);
    }
    throw new StackFailure(
        "PostgreSQL refuses to run as root, and neither unshare -U nor setpriv works here: use another user");
  }

  private static boolean works(List<String> prefix) {
    return Command.succeeds(with(prefix, List.of("true")));
  }

  private static List<String> with(List<String> prefix, List<String> command) {
    var all = new ArrayList<>(prefix);
    all.addAll(command);
    return all;
  }

  /** That command, run without root's privileges. */
  List<String> command(List<String> command) {
    return with(prefix, command);
  }

  /**
   * The wished directory, or one under /var/tmp when PostgreSQL could not reach it: a home is often
   * closed.
   */
  Path reachable(Path wished) {
    if (prefix.isEmpty() || reaches(existing(wished))) {
      return wished;
    }
    String name = Integer.toHexString(wished.toString().hashCode()) + "-" + wished.getFileName();
    return ours(Path.of("/var/tmp/backstep-root")).resolve(name);
  }

  private boolean reaches(Path directory) {
    return Command.succeeds(command(List.of("test", "-x", directory.toString())));
  }

  private static Path existing(Path path) {
    Path existing = path.toAbsolutePath();
    while (!Files.exists(existing)) {
      existing = existing.resolveSibling("..").normalize();
    }
    return existing;
  }

  private static Path ours(Path directory) {
    try {
      if (!Files.exists(directory)) {
        var mode = PosixFilePermissions.fromString("rwxr-xr-x");
        Files.setPosixFilePermissions(Files.createDirectory(directory), mode);
      }
      // Anyone may create names there; a directory of somebody else's would give them our data.
      if (!"root".equals(Files.getOwner(directory).getName())) {
        throw new StackFailure(directory + " belongs to another user: remove it");
      }
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes everything in that directory PostgreSQL's own. */
  void give(Path directory) {
    if (changesUser) {
      Command.run(List.of("chown", "-R", NOBODY + ":" + NOBODY, directory.toString()))
          .orFail("chown");
    }
  }
}
