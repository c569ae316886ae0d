package dev.backstep.stack.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops everything, cleanly and in order. */
@Command(name = "down")
final class DownCommand implements Callable<Integer> {
  @Mixin StackOptions options = new StackOptions();

  @Override
  public Integer call() {
    options.existing().stopAll(new ConsoleProgress(options.out()));
    return 0;
  }
}
