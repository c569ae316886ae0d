package dev.backstep.stack.cli;

import dev.backstep.stack.LocalStack;
import dev.backstep.stack.layout.Instance;
import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.ProjectRoot;
import dev.backstep.stack.layout.Purpose;
import dev.backstep.stack.layout.StackDirectory;
import dev.backstep.stack.layout.StackFailure;
import dev.backstep.stack.layout.StackSettings;
import dev.backstep.stack.layout.Topology;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which stack a command is about. */
final class StackOptions {
  @Option(names = "--data", description = "where the stack keeps everything")
  @Nullable Path data;

  @Spec(Spec.Target.MIXEE)
  @Nullable CommandSpec command;

  /** Where the command writes. */
  PrintWriter out() {
    if (command == null) {
      throw new IllegalStateException("picocli gives every command its spec");
    }
    return command.commandLine().getOut();
  }

  /** Where the stack keeps everything. */
  StackDirectory directory() {
    return new StackDirectory(data == null ? ProjectRoot.find().path().resolve(".backstep") : data);
  }

  /** The stack that was made there. */
  LocalStack existing() {
    var directory = directory();
    var settings =
        directory
            .settings()
            .orElseThrow(() ->
                new StackFailure(
                    "there is no stack in %s yet: ./backstep up".formatted(directory.path())));
    return stack(directory, settings);
  }

  /**
   * The stack that was made there, or a new one. Its ports can only change while nothing of it
   * runs.
   */
  LocalStack existingOrNew(@Nullable Integer portBase) {
    var directory = directory();
    var remembered = directory.settings();
    var base =
        portBase == null
            ? remembered.map(StackSettings::portBase).orElse(Topology.DEFAULT_PORT_BASE)
            : portBase;
    var running =
        remembered
            .filter(settings -> settings.portBase() != base)
            .map(settings -> stack(directory, settings));
    if (running.isPresent() && !running.get().alive().isEmpty()) {
      throw new StackFailure(
          "this stack runs on port base %d: ./backstep down first"
              .formatted(remembered.get().portBase()));
    }
    return stack(directory, new StackSettings(base, Purpose.USE));
  }

  private static LocalStack stack(StackDirectory directory, StackSettings settings) {
    return new LocalStack(Layout.of(ProjectRoot.find(), directory, settings));
  }

  /** The process of that name; any other text is a failure that lists the names. */
  static Instance instance(String name) {
    return Instance.named(name)
        .orElseThrow(() ->
            new StackFailure("there is no process %s; the names are %s".formatted(name, names())));
  }

  private static String names() {
    return Stream.concat(
            Topology.places().stream().map(place -> place.part().label()),
            Stream.of("order-service-2 and the like"))
        .collect(Collectors.joining(", "));
  }
}
