package dev.backstep.bench.cli;

import dev.backstep.bench.stack.BenchStack;
import dev.backstep.bench.stack.FreePortBase;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The stack that a command makes for itself. */
final class TemporaryStack {
  /** On a disk, which the usual place for temporary files need not be. */
  private static final Path PLACE = Path.of("/var/tmp");

  @Option(names = "--data", description = "a new directory for the stack (default: in /var/tmp)")
  private @Nullable Path data;

  @Option(names = "--port-base", description = "the first of a hundred ports (default: free ones)")
  private @Nullable Integer portBase;

  BenchStack stack() {
    var directory = data == null ? PLACE.resolve("backstep-bench-" + pid()) : data;
    return BenchStack.in(directory, portBase == null ? FreePortBase.find() : portBase);
  }

  private static long pid() {
    return ProcessHandle.current().pid();
  }
}
