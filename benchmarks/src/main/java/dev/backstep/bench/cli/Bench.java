package dev.backstep.bench.cli;

import dev.backstep.bench.report.ReportFile;
import dev.backstep.bench.report.TextTable;
import dev.backstep.bench.run.FullRun;
import dev.backstep.bench.run.Lengths;
import dev.backstep.bench.run.Narration;
import dev.backstep.stack.layout.StackFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * {@code ./backstep bench}: the whole run. Exit code 0 when everything was measured and the audit
 * is clean, else 1; a failure is one line.
 */
@Command(
    name = "bench",
    description = "How fast, and what it costs: a stack of its own, and one table.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    subcommands = {
      LoadCommand.class,
      LimitCommand.class,
      GrowthCommand.class,
      MicroCommand.class,
      ReadsCommand.class,
      LraCommand.class
    })
public final class Bench implements Callable<Integer> {
  @Mixin private TemporaryStack temporary = new TemporaryStack();

  @Option(names = "--quick", description = "some seven minutes instead of fourteen")
  private boolean quick;

  @Option(names = "--json", description = "also write the figures there")
  private @Nullable Path json;

  @Option(names = "--compare", description = "print ratios to what an earlier --json wrote")
  private @Nullable Path compare;

  private final PrintWriter out = new PrintWriter(System.out, true, System.out.charset());
  private final PrintWriter err = new PrintWriter(System.err, true, System.err.charset());

  private Bench() {}

  /** Runs one command. */
  public static void main(String[] arguments) {
    // Tables look the same everywhere.
    Locale.setDefault(Locale.ROOT);
    System.exit(commands().execute(arguments));
  }

  static CommandLine commands() {
    var line = new CommandLine(new Bench());
    line.setExecutionExceptionHandler((e, _, _) -> fail(line, e));
    return line;
  }

  private static int fail(CommandLine line, Exception e) throws Exception {
    if (!(e instanceof StackFailure)) {
      throw e;
    }
    line.getErr().println("backstep: " + e.getMessage());
    return CommandLine.ExitCode.SOFTWARE;
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
    var before = compare == null ? Map.<String, Double>of() : ReportFile.read(compare);
    try (var stack = temporary.stack()) {
      var run = new FullRun(quick ? Lengths.quick() : Lengths.full(), new Narration(err));
      var outcome = run.on(stack);
      out.println(new TextTable(before).of(outcome.report()));
      out.println(outcome.audit().table());
      if (json != null) {
        ReportFile.write(outcome.report(), json);
      }
      return outcome.audit().isClean() ? 0 : 1;
    }
  }
}
