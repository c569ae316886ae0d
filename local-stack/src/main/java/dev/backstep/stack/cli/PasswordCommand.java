package dev.backstep.stack.cli;

import dev.backstep.stack.layout.Secrets;
import dev.backstep.stack.layout.StackFailure;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints the password of a user of the console, and nothing else. */
@Command(
    name = "password",
    description = "Prints the password of a user of the console, and nothing else.")
final class PasswordCommand implements Callable<Integer> {
  @Mixin StackOptions options = new StackOptions();

  @Parameters(paramLabel = "USER")
  String user = "";

  @Override
  public Integer call() {
    if (!Secrets.CONSOLE_USERS.contains(user)) {
      throw new StackFailure(
          "there is no user %s; the users are %s".formatted(user, Secrets.CONSOLE_USERS));
    }
    options.out().println(options.existing().layout().secrets().consolePassword(user));
    return 0;
  }
}
