package dev.backstep.bench.cli;

import dev.backstep.bench.report.ReportFile;
import dev.backstep.bench.report.TextTable;
import dev.backstep.bench.run.GrowthRun;
import dev.backstep.bench.run.Lengths;
import dev.backstep.bench.run.Narration;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench growth}: does it stay as fast when it grows old? */
@Command(
    name = "growth",
    description = "The same figures with millions of finished sagas, and tables watched for bloat.")
final class GrowthCommand implements Callable<Integer> {
  @Mixin private TemporaryStack temporary = new TemporaryStack();

  @Option(names = "--sagas", description = "in the past (default: ${DEFAULT-VALUE})")
  private long sagas = 2_000_000;

  @Option(names = "--minutes", description = "to watch the tables (default: ${DEFAULT-VALUE})")
  private int minutes = 10;

  @Option(names = "--quick", description = "shorter rounds")
  private boolean quick;

  @Option(names = "--json", description = "also write the figures there")
  private @Nullable Path json;

  private final PrintWriter out = new PrintWriter(System.out, true, System.out.charset());
  private final PrintWriter err = new PrintWriter(System.err, true, System.err.charset());

  @Override
  public Integer call() throws InterruptedException, IOException {
    try (var stack = temporary.stack()) {
      var lengths = quick ? Lengths.quick() : Lengths.full();
      var outcome =
          new GrowthRun(lengths, new Narration(err), sagas, Duration.ofMinutes(minutes)).on(stack);
      out.println(new TextTable(Map.of()).of(outcome.report()));
      out.println(outcome.audit().table());
      if (json != null) {
        ReportFile.write(outcome.report(), json);
      }
      return outcome.audit().isClean() ? 0 : 1;
    }
  }
}
