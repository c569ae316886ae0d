package dev.backstep.bench.report;

import java.util.Map;

/** The one table that people read. */
public final class TextTable {
  private static final int LABEL = 42;
  private static final int COLUMN = 12;

  /** Behind a figure, when there is an earlier one: how many times that it is. */
  private static final int RATIO = 8;

  private final Map<String, Double> before;

  /**
   * Compares with an earlier run.
   *
   * @param before its figures by name; none to compare with nothing
   */
  public TextTable(Map<String, Double> before) {
    this.before = before;
  }

  /** The whole table. */
  public String of(Report report) {
    var text = new StringBuilder();
    report.about().forEach((name, value) -> text.append(name + ": " + value + "\n"));
    report.sections().forEach(section -> append(section, text));
    return text.toString();
  }

  private void append(Section section, StringBuilder text) {
    text.append('\n').append(left(section.title(), LABEL));
    section.columns().forEach(column -> text.append(right(column, COLUMN)).append(blank()));
    text.append('\n');
    for (var row : section.rows()) {
      text.append(left("  " + row.label(), LABEL));
      for (int column = 0; column < row.figures().size(); column++) {
        var figure = row.figures().get(column);
        text.append(right(figure.text(), COLUMN)).append(ratio(section.key(row, column), figure));
      }
      text.append('\n');
    }
  }

  private String ratio(String key, Figure figure) {
    var earlier = before.get(key);
    return earlier == null || earlier == 0 || !figure.isMeasured()
        ? blank()
        : right("x%.2f".formatted(figure.value() / earlier), RATIO);
  }

  private String blank() {
    return before.isEmpty() ? "" : " ".repeat(RATIO);
  }

  private static String left(String text, int width) {
    return text + " ".repeat(Math.max(1, width - text.length()));
  }

  private static String right(String text, int width) {
    return " ".repeat(Math.max(1, width - text.length())) + text;
  }
}
