package dev.backstep.stack.cli;

import dev.backstep.stack.Progress;
import dev.backstep.stack.StackLock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Starts one process. */
@Command(name = "start", description = "Starts one process.")
final class StartCommand implements Callable<Integer> {
  @Mixin StackOptions options = new StackOptions();

  @Parameters(paramLabel = "NAME")
  String name = "";

  @Override
  public Integer call() {
    var instance = StackOptions.instance(name);
    Progress progress = new ConsoleProgress(options.out());
    var stack = options.existing();
    try (var _ = StackLock.take(stack.layout().directory())) {
      stack.start(List.of(instance), progress);
    }
    return 0;
  }
}
