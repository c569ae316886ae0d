package dev.backstep.messaging;

import dev.backstep.messaging.transaction.JdbcTransactions;
import dev.backstep.messaging.transaction.Transactions;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.testing.TestStack;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A real PostgreSQL with the tables of this module, and one table {@code effect} for what handlers
 * do.
 */
public final class Database {
  public static final String NAME = "inventory_service";
  private static final Database SHARED = new Database(TestStack.shared(Set.of(Part.POSTGRES)));

  private final DataSource dataSource;
  private final Transactions transactions;

  private Database(TestStack stack) {
    this.dataSource = dataSource(stack);
    this.transactions = new JdbcTransactions(dataSource);
    Flyway.configure().dataSource(dataSource).locations("db/messaging").load().migrate();
    execute(
        "CREATE TABLE IF NOT EXISTS effect (id bigint GENERATED ALWAYS AS IDENTITY, command_id text NOT NULL)");
  }

  /** One for all tests of this JVM. */
  public static Database shared() {
    return SHARED;
  }

  public Transactions transactions() {
    return transactions;
  }

  /** Forgets everything. */
  public void empty() {
    execute(
        """
        TRUNCATE outbox, barrier, effect, relay_member;
        UPDATE relay_lease SET owner = NULL, epoch = 0, expires_at = '-infinity'
        """);
  }

  public void execute(String sql) {
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  public long count(String table) {
    return Long.parseLong(texts("SELECT count(*) FROM " + table).getFirst());
  }

  /** The first column of each row. */
  public List<String> texts(String sql) {
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var texts = new ArrayList<String>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static DataSource dataSource(TestStack stack) {
    var owner = NAME + "_owner";
    var dataSource = new PGSimpleDataSource();
    dataSource.setUrl(stack.jdbcUrl(NAME));
    dataSource.setUser(owner);
    dataSource.setPassword(stack.password(owner));
    return dataSource;
  }
}
