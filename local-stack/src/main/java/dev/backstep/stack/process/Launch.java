package dev.backstep.stack.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A command line ready to run, with what it adds to the environment. */
public record Launch(List<String> command, Path directory, Map<String, String> environment) {
  public Launch(List<String> command, Path directory) {
    this(command, directory, Map.of());
  }
}
