package dev.backstep.stack.cli;

import dev.backstep.stack.LocalStack;
import dev.backstep.stack.layout.Topology;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts what is not running, and tells what to try. */
@Command(name = "up")
final class UpCommand implements Callable<Integer> {
  @Mixin StackOptions options = new StackOptions();

  @Option(names = "--port-base", description = "the first of a hundred ports")
  @Nullable Integer portBase;

  @Option(names = "--detach", description = "return when everything is ready")
  boolean detach;

  @Override
  public Integer call() throws InterruptedException {
    var out = options.out();
    var stack = options.existingOrNew(portBase);
    var stopped = detach ? null : stopWithUs(stack, out);
    long start = System.nanoTime();
    stack.start(
        LocalStack.firstOf(Topology.places().stream().map(place -> place.part()).toList()),
        new ConsoleProgress(out));
    new Catalogue(stack.layout()).seed();
    out.printf("Ready after %.1f s%n%n", (System.nanoTime() - start) / 1e9);
    out.println(new Welcome(stack.layout()).text(detach));
    out.flush();
    if (stopped != null) {
      stopped.await();
    }
    return 0;
  }

  /** Ctrl-C reaches only this process; the others ignore it, and are stopped in order. */
  private static CountDownLatch stopWithUs(LocalStack stack, PrintWriter out) {
    var stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  out.println("\nStopping ...");
                  stack.stopAll(new ConsoleProgress(out));
                  stopped.countDown();
                },
                "stop"));
    return stopped;
  }
}
