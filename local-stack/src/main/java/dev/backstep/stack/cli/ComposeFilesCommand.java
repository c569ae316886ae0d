package dev.backstep.stack.cli;

import dev.backstep.stack.compose.ComposeFiles;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Writes the files that {@code docker-compose.yml} gives to its containers. */
@Command(name = "compose-files", hidden = true)
final class ComposeFilesCommand implements Callable<Integer> {
  @Mixin StackOptions options = new StackOptions();

  @Override
  public Integer call() {
    ComposeFiles.in(options.directory()).write();
    return 0;
  }
}
