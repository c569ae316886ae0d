package dev.backstep.bench.cli;

import dev.backstep.stack.layout.StackFailure;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands behind {@code ./backstep bench}: a failure is one line, and exit code 1. */
@Command(
    name = "bench",
    description = "How fast, and what it costs.",
    subcommands = LoadCommand.class)
public final class Bench {
  private Bench() {}

  /** Runs one command. */
  public static void main(String[] arguments) {
    // Tables look the same everywhere.
    Locale.setDefault(Locale.ROOT);
    var line = new CommandLine(new Bench());
    line.setExecutionExceptionHandler((e, _, _) -> fail(line, e));
    System.exit(line.execute(arguments));
  }

  private static int fail(CommandLine line, Exception e) throws Exception {
    if (!(e instanceof StackFailure)) {
      throw e;
    }
    line.getErr().println("backstep: " + e.getMessage());
    return CommandLine.ExitCode.SOFTWARE;
  }
}
