package dev.backstep.stack.cli;

import dev.backstep.stack.layout.StackFailure;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The commands behind {@code ./backstep}. A failure is one line that says what to do next, and exit
 * code 1.
 */
@Command(
    name = "backstep",
    description = "Every step knows its way back: a checkout saga on one machine.",
    subcommands = {
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      StartCommand.class,
      KillCommand.class,
      TokenCommand.class
    })
public final class Backstep {
  private Backstep() {}

  /** Runs one command. */
  public static void main(String[] arguments) {
    System.exit(commands().execute(arguments));
  }

  static CommandLine commands() {
    var line = new CommandLine(new Backstep());
    line.setExecutionExceptionHandler((e, command, _) -> fail(command.getErr(), e));
    line.setParameterExceptionHandler(
        (e, _) -> fail(line.getErr(), new StackFailure(e.getMessage() + "; ./backstep help")));
    return line;
  }

  private static int fail(PrintWriter err, Exception e) {
    var bug = e instanceof StackFailure ? "" : e.getClass().getSimpleName() + ": ";
    err.println("backstep: " + bug + e.getMessage());
    return CommandLine.ExitCode.SOFTWARE;
  }
}
