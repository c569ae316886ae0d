package dev.backstep.bench.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.openjdk.jmh.Main;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code bench micro}: JMH, with JMH's own options if any are given. */
@Command(name = "micro", description = "JMH benchmarks of the engine, the codecs and the batches.")
final class MicroCommand implements Callable<Integer> {
  /** Two forks of a few seconds each: about three minutes for all of them. */
  private static final List<String> BRIEF =
      List.of("dev.backstep.bench.micro.*", "-f", "2", "-wi", "3", "-w", "1", "-i", "3", "-r", "1");

  @Parameters(paramLabel = "JMH-OPTION")
  private List<String> options = List.of();

  @Override
  public Integer call() throws IOException {
    var chosen = options.isEmpty() ? BRIEF : options;
    Main.main(chosen.toArray(String[]::new));
    return 0;
  }
}
