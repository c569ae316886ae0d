package dev.backstep.e2e.audit;

import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.ProjectRoot;
import dev.backstep.stack.layout.StackDirectory;
import dev.backstep.stack.layout.StackFailure;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code audit}: prints a table; exit code 1 when an invariant is broken. */
@CommandLine.Command(
    name = "audit",
    description =
        "Looks for anything that does not add up, over SQL, topics and the gateway's ledger.",
    mixinStandardHelpOptions = true)
public final class AuditCommand implements Callable<Integer> {
  private static final int MEGABYTE = 1024 * 1024;

  @CommandLine.Option(names = "--data", description = "The stack's data (default: .backstep)")
  private @Nullable Path data;

  @CommandLine.Option(
      names = "--running",
      description = "Do not wait for rest; only what must hold at any instant")
  private boolean running;

  @CommandLine.Option(
      names = "--patience",
      description = "Seconds to wait for rest (default: ${DEFAULT-VALUE})",
      defaultValue = "60")
  private int patience = 60;

  @CommandLine.Option(
      names = "--since",
      description =
          "Of sagas that began before that instant (2026-01-31T12:00:00Z) nothing is asked of the"
              + " topics: somebody deleted what they told. What retention.ms deleted is noticed.")
  private @Nullable Instant since;

  private final PrintWriter out = new PrintWriter(System.out, true, System.out.charset());

  /** Ends the process with the exit code. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new AuditCommand()).execute(args));
  }

  @Override
  public Integer call() throws SQLException, InterruptedException {
    try {
      return audit(layout(data));
    } catch (StackFailure e) {
      out.println(e.getMessage());
      return 2;
    } catch (OutOfMemoryError _) {
      // What was held is gone with the audit: there is room for a line.
      out.println(
          "The audit needs more memory than its %d MB: JAVA_TOOL_OPTIONS=-Xmx8g ./backstep audit"
              .formatted(Runtime.getRuntime().maxMemory() / MEGABYTE));
      return 2;
    }
  }

  private int audit(Layout layout) throws SQLException, InterruptedException {
    var strength = running ? Strength.RUNNING : Strength.AT_REST;
    if (!running) {
      Rest.await(layout, Duration.ofSeconds(patience)).forEach(out::println);
    }
    var report = Audit.of(layout, strength, History.NONE, Optional.ofNullable(since));
    out.print(report.table());
    out.flush();
    return report.isClean() ? 0 : 1;
  }

  /**
   * The stack in that directory, or in the usual one.
   *
   * @throws StackFailure if there is none
   */
  public static Layout layout(@Nullable Path data) {
    var root = ProjectRoot.find();
    var directory = new StackDirectory(data == null ? root.path().resolve(".backstep") : data);
    var settings =
        directory
            .settings()
            .orElseThrow(() ->
                new StackFailure(
                    directory.path() + " holds no stack: run ./backstep up --detach first"));
    return Layout.of(root, directory, settings);
  }
}
