package dev.backstep.stack.cli;

import dev.backstep.stack.LocalStack;
import dev.backstep.stack.StackLock;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.layout.StackFailure;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts what is not running, and tells what to try. */
@Command(name = "up", description = "Starts what is not running, and tells what to try.")
final class UpCommand implements Callable<Integer> {
  @Mixin StackOptions options = new StackOptions();

  @Option(names = "--port-base", description = "the first of a hundred ports")
  @Nullable Integer portBase;

  @Option(names = "--lra", description = "with the coordinator of long running actions")
  boolean lra;

  @Option(names = "--detach", description = "return when everything is ready")
  boolean detach;

  @Override
  public Integer call() {
    var stack = options.existingOrNew(portBase);
    var exit = new ExitHook(stack, new ConsoleProgress(options.out()));
    exit.install();
    try {
      bringUp(stack, exit);
    } catch (StackFailure e) {
      if (exit.isRunning()) {
        return CommandLine.ExitCode.SOFTWARE;
      }
      throw e;
    }
    if (detach) {
      exit.leaveRunning();
      return 0;
    }
    exit.stopEverything();
    new Watch(stack, options.out()).run();
    return 0;
  }

  private void bringUp(LocalStack stack, ExitHook exit) {
    var out = options.out();
    long begin = System.nanoTime();
    try (var _ = StackLock.take(stack.layout().directory())) {
      out.println("Starting in " + stack.layout().directory().path());
      out.flush();
      exit.keep(stack.alive());
      stack.start(
          LocalStack.firstOf(lra ? EnumSet.allOf(Part.class) : Part.usual()),
          new ConsoleProgress(out));
      new Catalogue(stack.layout()).seed();
    }
    var took = Duration.ofNanos(System.nanoTime() - begin);
    out.printf("Ready after %.1f s%n%n", took.toMillis() / 1000.0);
    out.println(new Welcome(stack.layout()).text(detach));
    out.flush();
  }
}
