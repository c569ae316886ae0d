package dev.backstep.e2e.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
  public static AgentHome prepare(Path directory, Optional<Sabotage> sabotage) {
    var plan = new ArrayList<String>();
    sabotage.ifPresent(each -> plan.add(Agent.SABOTAGE + "=" + each));
    try {
      Files.createDirectories(directory.resolve(NOTES));
      Files.write(directory.resolve(PLAN), plan);
      writeJar(directory.resolve("agent.jar"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new AgentHome(directory);
  }

  /** Flags for the process's JVM, which cannot store its classes when it has an agent. */
  public List<String> flags() {
    return List.of(
        "-XX:-AutoCreateSharedArchive",
        "-javaagent:%s=%s".formatted(directory.resolve("agent.jar"), directory));
  }

  /** From now on the process's clock is so much ahead; behind, if negative. */
  public void putClockForward(Duration ahead) {
    write(Clocks.FILE + ".next", ahead.toString());
    try {
      Files.move(
          directory.resolve(Clocks.FILE + ".next"),
          directory.resolve(Clocks.FILE),
          StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next time that the process comes to that point it ends, as by a power cut. */
  public void setTrap(TrapPoint point) {
    write(point.name(), "");
  }

  private void write(String file, String text) {
    try {
      Files.writeString(directory.resolve(file), text);
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
