package dev.backstep.messaging.transaction;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Plain JDBC transactions. Deliberately not JTA: the hot path has one resource and pays for nothing
 * else.
 */
public final class JdbcTransactions implements Transactions {
  private final DataSource dataSource;

  /** Takes a connection of this pool for each transaction. */
  public JdbcTransactions(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public <T extends @Nullable Object> T call(Work<T> work) {
    var afterCommit = new ArrayList<Runnable>();
    T result;
    try (var connection = dataSource.getConnection()) {
      result = commit(new Open(connection, afterCommit), work);
    } catch (SQLException e) {
      throw new TransactionFailedException(e);
    }
    afterCommit.forEach(Runnable::run);
    return result;
  }

  @Override
  public <T extends @Nullable Object> T read(Work<T> work) {
    try (var connection = dataSource.getConnection()) {
      return work.run(new Reading(connection));
    } catch (SQLException e) {
      throw new TransactionFailedException(e);
    }
  }

  private static <T extends @Nullable Object> T commit(Open open, Work<T> work)
      throws SQLException {
    var connection = open.connection;
    connection.setAutoCommit(false);
    try {
      T result = work.run(open);
      open.flight.commit(connection);
      return result;
    } catch (SQLException | RuntimeException | Error failure) {
      rollBack(connection, failure);
      throw failure;
    } finally {
      restore(connection);
    }
  }

  private static void rollBack(Connection connection, Throwable failure) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      failure.addSuppressed(e); // a dead connection has rolled back by dying
    }
  }

  private static void restore(Connection connection) throws SQLException {
    if (!connection.isClosed()) {
      connection.setAutoCommit(true);
    }
  }

  private static final class Open implements Transaction {
    private final Connection connection;
    private final List<Runnable> actions;
    private final Flight flight = new Flight();

    Open(Connection connection, List<Runnable> actions) {
      this.connection = connection;
      this.actions = actions;
    }

    @Override
    public Connection connection() throws SQLException {
      flight.send(connection);
      return connection;
    }

    @Override
    public void write(Write write) {
      flight.add(write);
    }

    @Override
    public void afterCommit(Runnable action) {
      actions.add(action);
    }
  }

  /** Each statement is a transaction of its own; there is nothing to wait for. */
  private record Reading(Connection connection) implements Transaction {
    @Override
    public void afterCommit(Runnable action) {
      throw new IllegalStateException("nothing is committed where nothing is written");
    }
  }
}
