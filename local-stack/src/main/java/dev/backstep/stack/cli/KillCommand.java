package dev.backstep.stack.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Ends one process with SIGKILL, as a crash would. */
@Command(name = "kill", description = "Ends one process with SIGKILL, as a crash would.")
final class KillCommand implements Callable<Integer> {
  @Mixin StackOptions options = new StackOptions();

  @Parameters(paramLabel = "NAME")
  String name = "";

  @Override
  public Integer call() {
    options.existing().kill(StackOptions.instance(name));
    return 0;
  }
}
