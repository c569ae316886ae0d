package dev.backstep.messaging.testing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backstep.stack.testing.TestStack;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The plans that statements get, and keep, while the tables are empty and known to be so: the worst
 * moment to make a plan. Empty tables of this connection's own hide the real ones.
 */
public final class EmptyTablePlans implements AutoCloseable {
  private static final Set<String> SCANS = Set.of("Seq Scan", "Index Scan", "Index Only Scan");

  private final Connection connection;

  private EmptyTablePlans(Connection connection) {
    this.connection = connection;
  }

  /** Plans of the service that is tested, which has started and migrated its database. */
  public static EmptyTablePlans ofThisService(String... tables) throws SQLException {
    var config = ConfigProvider.getConfig();
    return of(
        config.getValue("quarkus.datasource.username", String.class),
        config.getValue("quarkus.datasource.jdbc.new-connection-sql", String.class),
        tables);
  }

  /** Plans of whoever begins each connection with that statement. */
  public static EmptyTablePlans of(String database, String newConnectionSql, String... tables)
      throws SQLException {
    var plans = new EmptyTablePlans(TestStack.current().superuser(database));
    plans.execute(newConnectionSql);
    plans.execute("SET plan_cache_mode = force_generic_plan");
    for (var table : tables) {
      plans.execute("CREATE TEMP TABLE %1$s (LIKE %1$s INCLUDING ALL)".formatted(table));
      plans.execute("ANALYZE " + table);
    }
    return plans;
  }

  /** The connection that has the empty tables. */
  public Connection connection() {
    return connection;
  }

  /** Those tables that the plan reads from one end to the other, however large they grow. */
  public List<String> readsWholly(String sql) throws SQLException, IOException {
    int parameters = (int) sql.chars().filter(c -> c == '?').count();
    execute("PREPARE planned AS " + numbered(sql));
    try (var statement = connection.createStatement();
        var row =
            statement.executeQuery("EXPLAIN (FORMAT JSON) EXECUTE planned" + nulls(parameters))) {
      return PlanNodes.of(PlanNodes.top(row))
          .filter(EmptyTablePlans::isWhole)
          .map(EmptyTablePlans::table)
          .toList();
    } finally {
      execute("DEALLOCATE planned");
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private static boolean isWhole(JsonNode node) {
    return SCANS.contains(node.path("Node Type").asText()) && !node.has("Index Cond");
  }

  private static String table(JsonNode node) {
    return node.path("Relation Name").asText();
  }

  private static String numbered(String sql) {
    var number = new AtomicInteger();
    return Pattern.compile("\\?").matcher(sql).replaceAll(_ -> "\\$" + number.incrementAndGet());
  }

  private static String nulls(int parameters) {
    return "(" + String.join(", ", Collections.nCopies(parameters, "NULL")) + ")";
  }

  private void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
