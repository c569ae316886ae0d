package dev.backstep.bench.report;

import java.util.List;

/** What was measured of one thing, a figure for each column of its section. */
public record Row(String label, List<Figure> figures) {
  public Row {
    figures = List.copyOf(figures);
  }

  /** With these figures. */
  public static Row of(String label, Figure... figures) {
    return new Row(label, List.of(figures));
  }
}
