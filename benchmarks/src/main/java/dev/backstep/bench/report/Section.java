package dev.backstep.bench.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A part of the table with columns of its own. */
public record Section(String title, List<String> columns, List<Row> rows) {
  public Section {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    for (var row : rows) {
      if (row.figures().size() > columns.size()) {
        throw new IllegalArgumentException(title + ": more figures than columns: " + row);
      }
    }
  }

  /** Every figure under the names that tell it from all others. */
  Map<String, Figure> figures() {
    var figures = new LinkedHashMap<String, Figure>();
    for (var row : rows) {
      for (int column = 0; column < row.figures().size(); column++) {
        figures.put(key(row, column), row.figures().get(column));
      }
    }
    return figures;
  }

  String key(Row row, int column) {
    return title + " / " + row.label() + " / " + columns.get(column);
  }
}
