package dev.backstep.bench.stack;

import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.StackFailure;
import dev.backstep.stack.process.Command;
import dev.backstep.stack.process.Jvm;
import dev.backstep.stack.process.Launch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The audit of {@code ./backstep audit} over a stack, as a process of its own. */
public final class AuditRun {
  private AuditRun() {}

  /**
   * What the audit printed.
   *
   * @param isClean whether every claim holds
   */
  public record Outcome(boolean isClean, String table) {}

  /** Waits for rest and looks at everything. */
  public static Outcome of(Layout layout) {
    return of(layout, List.of());
  }

  /**
   * The same.
   *
   * @param since of what was begun before nothing is asked of the topics
   */
  public static Outcome of(Layout layout, Instant since) {
    return of(layout, List.of("--since", since.toString()));
  }

  private static Outcome of(Layout layout, List<String> options) {
    var module = layout.root().path().resolve("e2e-tests/target");
    var command =
        new ArrayList<>(
            List.of(
                Jvm.java(),
                "-XX:+UseSerialGC",
                "-Dbackstep.home=" + layout.root().path(),
                "-cp",
                jar(module) + ":" + module.resolve("lib") + "/*",
                "dev.backstep.e2e.audit.AuditCommand",
                "--data",
                layout.directory().path().toString()));
    command.addAll(options);
    var result = Command.run(new Launch(command, layout.root().path()));
    return new Outcome(result.exitCode() == 0, result.output());
  }

  private static Path jar(Path module) {
    try (var files = Files.list(module)) {
      return files
          .filter(file -> file.getFileName().toString().matches("e2e-tests-.*(?<!tests)\\.jar"))
          .findFirst()
          .orElseThrow(
              () -> new StackFailure("the audit is not built: run ./mvnw -DskipTests package"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
