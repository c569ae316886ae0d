package dev.backstep.e2e.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** The agent of one process, from outside: its jar, its plan, its traps and its notes. */
public record AgentHome(Path directory) {
  static final String PLAN = "plan.properties";
  static final String NOTES = "patched";

  private static final List<Class<?>> CLASSES =
      List.of(
          Agent.class,
          AgentHome.class,
          Clocks.class,
          Patch.class,
          Patching.class,
          Sabotage.class,
          Saboteur.class,
          TrapPoint.class,
          Traps.class);

  /** Makes a home for a process whose next start is to be as planned. */
  public static AgentHome prepare(
      Path directory, Optional<Sabotage> sabotage, Optional<Duration> clock) {
    var plan = new ArrayList<String>();
    sabotage.ifPresent(each -> plan.add(Agent.SABOTAGE + "=" + each));
    clock.ifPresent(ahead -> plan.add(Agent.CLOCK + "=" + ahead));
    try {
      Files.createDirectories(directory.resolve(NOTES));
      Files.write(directory.resolve(PLAN), plan);
      writeJar(directory.resolve("agent.jar"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new AgentHome(directory);
  }

  /** The flag for the process's JVM. */
  public String flag() {
    return "-javaagent:%s=%s".formatted(directory.resolve("agent.jar"), directory);
  }

  /** The next time that the process comes to that point it ends, as by a power cut. */
  public void setTrap(TrapPoint point) {
    try {
      Files.writeString(directory.resolve(point.name()), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the process came to that point since the trap was set. */
  public boolean hasSprung(TrapPoint point) {
    return !Files.exists(directory.resolve(point.name()));
  }

  /** Takes a trap away that has not sprung. */
  public void removeTrap(TrapPoint point) {
    try {
      Files.deleteIfExists(directory.resolve(point.name()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The methods that were changed, as {@code Type.method}. */
  public List<String> patched() {
    try (Stream<Path> notes = Files.list(directory.resolve(NOTES))) {
      return notes.map(note -> note.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writeJar(Path jar) throws IOException {
    var manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", Agent.class.getName());
    try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      for (var type : CLASSES) {
        for (var nested : type.getNestMembers()) {
          copy(nested, out);
        }
      }
    }
  }

  private static void copy(Class<?> type, JarOutputStream out) throws IOException {
    var name = type.getName().replace('.', '/') + ".class";
    try (InputStream bytes = type.getClassLoader().getResourceAsStream(name)) {
      if (bytes == null) {
        throw new IOException(name + " is not on the class path");
      }
      out.putNextEntry(new JarEntry(name));
      bytes.transferTo(out);
    }
  }
}
