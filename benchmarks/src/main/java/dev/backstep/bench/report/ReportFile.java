package dev.backstep.bench.report;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.backstep.stack.layout.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A report as JSON: what it is about, and its figures by name. */
public final class ReportFile {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String ABOUT = "about";
  private static final String FIGURES = "figures";

  private ReportFile() {}

  /** Writes it, for programs and for later comparisons. */
  public static void write(Report report, Path file) throws IOException {
    var figures = new LinkedHashMap<String, Double>();
    report.figures().forEach((name, figure) -> figures.put(name, figure.value()));
    var content = new LinkedHashMap<String, Object>();
    content.put(ABOUT, report.about());
    content.put(FIGURES, figures);
    Files.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
  }

  /**
   * The figures of an earlier report.
   *
   * @throws StackFailure if it is none
   */
  public static Map<String, Double> read(Path file) {
    try {
      var figures = new LinkedHashMap<String, Double>();
      JSON.readTree(Files.readAllBytes(file))
          .path(FIGURES)
          .properties()
          .forEach(each -> figures.put(each.getKey(), each.getValue().asDouble()));
      return figures;
    } catch (IOException e) {
      throw new StackFailure(
          "%s is no report of ./backstep bench --json: %s".formatted(file, e), e);
    }
  }
}
