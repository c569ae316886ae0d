package dev.backstep.bench.cli;

import dev.backstep.bench.reads.ReadsRun;
import dev.backstep.bench.report.TextTable;
import dev.backstep.stack.layout.StackFailure;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench reads}: the four strategies side by side. */
@Command(
    name = "reads",
    description = "How often each way to read replicas lies, and what it asks of the primary.")
final class ReadsCommand implements Callable<Integer> {
  @Mixin private TemporaryStack temporary = new TemporaryStack();

  @Option(names = "--for", description = "seconds per round (default: ${DEFAULT-VALUE})")
  private int seconds = 10;

  @Option(
      names = "--strategy",
      split = ",",
      description = "only these: leader-only, time-window, lsn, token (default: all)")
  private List<String> strategies = ReadsRun.STRATEGIES;

  private final PrintWriter out = new PrintWriter(System.out, true, System.out.charset());
  private final PrintWriter err = new PrintWriter(System.err, true, System.err.charset());

  @Override
  public Integer call() throws InterruptedException {
    refuseUnknown();
    try (var stack = temporary.stack()) {
      var report = new ReadsRun(Duration.ofSeconds(seconds), strategies, err::println).on(stack);
      out.println(new TextTable(Map.of()).of(report));
    }
    return 0;
  }

  /** Before a stack is started for them. */
  private void refuseUnknown() {
    var unknown = strategies.stream().filter(name -> !ReadsRun.STRATEGIES.contains(name)).toList();
    if (!unknown.isEmpty()) {
      throw new StackFailure(
          "--strategy %s: choose among %s"
              .formatted(String.join(",", unknown), String.join(", ", ReadsRun.STRATEGIES)));
    }
  }
}
