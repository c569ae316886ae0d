package dev.backstep.bench.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that one run measured.
 *
 * @param about what the figures were measured on and with
 */
public record Report(Map<String, String> about, List<Section> sections) {
  public Report {
    about = new LinkedHashMap<>(about);
    sections = List.copyOf(sections);
  }

  /** Every figure that was measured, by name. */
  Map<String, Figure> figures() {
    var figures = new LinkedHashMap<String, Figure>();
    sections.forEach(section -> figures.putAll(section.figures()));
    figures.values().removeIf(figure -> !figure.isMeasured());
    return figures;
  }
}
