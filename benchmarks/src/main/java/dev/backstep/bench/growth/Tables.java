package dev.backstep.bench.growth;

import dev.backstep.stack.layout.Databases;
import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.layout.StackFailure;
import dev.backstep.stack.postgres.Connections;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** How large the services' tables are, and how much of them is dead. */
public final class Tables {
  private static final String SIZES =
      """
      SELECT relname, n_live_tup, n_dead_tup, pg_total_relation_size(relid)
        FROM pg_stat_user_tables ORDER BY relname
      """;

  private Tables() {}

  /** One table, by what PostgreSQL estimates. */
  public record Size(long live, long dead, long bytes) {}

  /** Every table of every service, by service and name. */
  public static Map<String, Size> sizes(Layout layout) {
    var sizes = new LinkedHashMap<String, Size>();
    for (Part service : Part.services()) {
      add(layout, service, sizes);
    }
    return sizes;
  }

  private static void add(Layout layout, Part service, Map<String, Size> sizes) {
    try (var database = Connections.open(layout, Databases.of(service), Databases.SUPERUSER);
        var statement = database.createStatement();
        var row = statement.executeQuery(SIZES)) {
      while (row.next()) {
        sizes.put(
            service.label() + ": " + row.getString(1),
            new Size(row.getLong(2), row.getLong(3), row.getLong(4)));
      }
    } catch (SQLException e) {
      throw new StackFailure("PostgreSQL does not tell the size of tables: " + e.getMessage(), e);
    }
  }
}
