package dev.backstep.stack.cli;

import dev.backstep.stack.Progress;
import dev.backstep.stack.layout.Instance;
import java.io.PrintWriter;
import java.time.Duration;

/** One line for each process. */
record ConsoleProgress(PrintWriter out) implements Progress {
  @Override
  public void ready(Instance instance, Duration took) {
    line(instance, "ready after", took);
  }

  @Override
  public void stopped(Instance instance, Duration took) {
    line(instance, "stopped in", took);
  }

  @Override
  public void storing(int processes) {
    out.printf(
        "  %s what was learnt, for quicker starts from now on: once after each build, half a minute%n",
        processes == 1 ? "1 process stores" : processes + " processes store");
    out.flush();
  }

  private void line(Instance instance, String what, Duration took) {
    out.printf("  %-22s %s %.1f s%n", instance.name(), what, took.toMillis() / 1000.0);
    out.flush();
  }
}
