package dev.backstep.stack.cli;

import dev.backstep.stack.layout.StackFailure;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/**
 * The commands behind {@code ./backstep}. A failure is one line that says what to do next, and exit
 * code 1.
 */
@Command(
    name = "backstep",
    description = "Every step knows its way back: a checkout saga on one machine.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    subcommands = {
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      StartCommand.class,
      KillCommand.class,
      LagCommand.class,
      TokenCommand.class,
      PasswordCommand.class,
      ComposeFilesCommand.class,
      SetupCommand.class,
      ProvisionCommand.class,
      SeedCommand.class
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
    err.println("backstep: " + explanation(e));
    return CommandLine.ExitCode.SOFTWARE;
  }

  private static String explanation(Throwable e) {
    var cause = e.getCause();
    return switch (e) {
      case StackFailure failure -> String.valueOf(failure.getMessage());
      case IOException _ ->
          "cannot use %s (%s): check its permissions, and the space on its disk"
              .formatted(e.getMessage(), e.getClass().getSimpleName());
      case Throwable _ when cause != null -> explanation(cause);
      default -> "%s, which is a mistake of ours".formatted(e);
    };
  }
}
