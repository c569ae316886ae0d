package dev.backstep.stack.cli;

import dev.backstep.stack.StackLock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops everything, cleanly and in order. */
@Command(name = "down", description = "Stops everything, cleanly and in order.")
final class DownCommand implements Callable<Integer> {
  @Mixin StackOptions options = new StackOptions();

  @Override
  public Integer call() {
    var stack = options.existing();
    try (var _ = StackLock.take(stack.layout().directory())) {
      stack.stopAll(new ConsoleProgress(options.out()));
    }
    return 0;
  }
}
