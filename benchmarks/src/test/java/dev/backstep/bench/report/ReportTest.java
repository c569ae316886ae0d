package dev.backstep.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstep.stack.layout.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  private static final Report REPORT =
      new Report(
          Map.of("machine", "2 processors"),
          List.of(
              new Section(
                  "Throughput",
                  List.of("sagas/s", "of limit"),
                  List.of(
                      Row.of("held", Figure.rate(1_500), Figure.ratio(0.6)),
                      Row.of("nothing", Figure.none())))));

  @TempDir private Path directory = Path.of("");

  @Test
  void printsFiguresInTheirColumns() {
    var lines = new TextTable(Map.of()).of(REPORT).lines().toList();

    assertThat(lines).contains("machine: 2 processors");
    assertThat(lines).anyMatch(line -> line.matches("Throughput +sagas/s +of limit"));
    assertThat(lines).anyMatch(line -> line.matches(" +held +1,500 +0.60"));
    assertThat(lines).anyMatch(line -> line.matches(" +nothing +-"));
  }

  @Test
  void printsHowManyTimesTheEarlierFigureThatIs() {
    var table = new TextTable(Map.of("Throughput / held / sagas/s", 500.0)).of(REPORT);

    assertThat(table.lines()).anyMatch(line -> line.matches(" +held +1,500 +x3.00 +0.60 *"));
  }

  @Test
  void keepsFiguresByName() throws IOException {
    var file = directory.resolve("report.json");

    ReportFile.write(REPORT, file);

    assertThat(ReportFile.read(file))
        .isEqualTo(
            Map.of("Throughput / held / sagas/s", 1_500.0, "Throughput / held / of limit", 0.6));
  }

  @Test
  void saysWhenAFileIsNoReport() throws IOException {
    var file = Files.writeString(directory.resolve("other.json"), "no JSON at all");

    assertThatThrownBy(() -> ReportFile.read(file))
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("other.json is no report");
  }

  @Test
  void refusesARowThatIsWiderThanItsSection() {
    var row = Row.of("wide", Figure.count(1), Figure.count(2));

    assertThatThrownBy(() -> new Section("narrow", List.of("one"), List.of(row)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
