package dev.backstep.bench.cli;

import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.ProjectRoot;
import dev.backstep.stack.layout.StackDirectory;
import dev.backstep.stack.layout.StackFailure;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The stack that a command finds running. */
final class RunningStack {
  @Option(names = "--data", description = "the stack's data (default: .backstep)")
  private @Nullable Path data;

  Layout layout() {
    var root = ProjectRoot.find();
    var directory = new StackDirectory(data == null ? root.path().resolve(".backstep") : data);
    var settings =
        directory
            .settings()
            .orElseThrow(
                () -> new StackFailure("there is no stack in %s".formatted(directory.path())));
    return Layout.of(root, directory, settings);
  }
}
