package dev.backstep.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private CommandLine commands() {
    return Bench.commands().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
  }

  @Test
  void everyCommandTellsWhatItTakes() {
    assertThat(Bench.commands().getSubcommands().keySet())
        .isNotEmpty()
        .allSatisfy(name -> assertThat(commands().execute(name, "--help")).isZero());
    assertThat(err.toString()).isEmpty();
    assertThat(out.toString()).contains("declined cards, in % (default: 10)");
  }

  @Test
  void aStrategyThatNobodyKnowsIsRefusedBeforeAnythingStarts() {
    assertThat(commands().execute("reads", "--strategy", "tokn,lsn")).isEqualTo(1);
    assertThat(err.toString().strip())
        .isEqualTo("backstep: --strategy tokn: choose among leader-only, time-window, lsn, token");
  }
}
