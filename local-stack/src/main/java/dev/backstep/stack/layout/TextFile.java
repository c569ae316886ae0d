package dev.backstep.stack.layout;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads and writes small files; a write is seen whole or not at all. */
public final class TextFile {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private TextFile() {}

  /** The content, or nothing if there is no such file. */
  public static Optional<String> read(Path file) {
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a file that only its owner may read. */
  public static void write(Path file, String content) {
    try {
      Path directory = directory(file.toAbsolutePath().resolveSibling("."));
      var attributes = PosixFilePermissions.asFileAttribute(OWNER_ONLY);
      Path fresh = Files.createTempFile(directory, "." + file.getFileName(), "", attributes);
      Files.writeString(fresh, content);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The entries of a properties file; none if there is no such file. */
  public static Map<String, String> readProperties(Path file) {
    var properties = new Properties();
    try {
      properties.load(new StringReader(read(file).orElse("")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var entries = new TreeMap<String, String>();
    properties.forEach((key, value) -> entries.put((String) key, (String) value));
    return entries;
  }

  /** Writes a properties file that only its owner may read, sorted by key. */
  public static void writeProperties(Path file, Map<String, String> entries) {
    write(
        file,
        new TreeMap<>(entries)
            .entrySet().stream()
                .map(entry -> entry.getKey() + "=" + escaped(entry.getValue()) + "\n")
                .collect(Collectors.joining()));
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\n", "\\n");
  }

  /** Creates the directory and its parents where they are missing. */
  public static Path directory(Path directory) {
    try {
      return Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
