package dev.backstep.e2e.reads;

import static org.awaitility.Awaitility.await;

import dev.backstep.stack.layout.Databases;
import dev.backstep.stack.layout.Instance;
import dev.backstep.stack.layout.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;

/** What the database was asked, as it tells itself: a witness that no service can deceive. */
final class StatementLog implements AutoCloseable {
  private final String parameter;

  private StatementLog(String sku) {
    this.parameter = "Parameters: $1 = '" + sku + "'";
  }

  /** Begins to listen for statements about that product, which the ask makes it be asked for. */
  static StatementLog about(String sku, Runnable ask) throws SQLException {
    var log = new StatementLog(sku);
    set("ALTER SYSTEM SET log_statement = 'all'");
    await()
        .atMost(Shop.SOON)
        .until(() -> {
          ask.run();
          return log.count() > 0;
        });
    return log;
  }

  /** Statements about the product so far. */
  long count() throws IOException {
    var file = Shop.layout().directory().log(Instance.of(Part.POSTGRES).name());
    try (var lines = Files.lines(file)) {
      return lines.filter(line -> line.contains(parameter)).count();
    }
  }

  private static void set(String setting) throws SQLException {
    try (var database = Shop.STACK.superuser(Databases.of(Part.INVENTORY_SERVICE));
        var statement = database.createStatement()) {
      statement.execute(setting);
      statement.execute("SELECT pg_reload_conf()");
    }
  }

  @Override
  public void close() throws SQLException {
    set("ALTER SYSTEM RESET log_statement");
  }
}
