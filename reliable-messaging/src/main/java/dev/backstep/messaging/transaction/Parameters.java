package dev.backstep.messaging.transaction;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The parameters of a statement in their order, also where several statements travel as one. */
public final class Parameters {
  private final PreparedStatement statement;
  private int last;

  /** Those of that statement, from the first on. */
  public Parameters(PreparedStatement statement) {
    this.statement = statement;
  }

  /**
   * The next parameter: an array of that PostgreSQL type, for {@code unnest} in a select list.
   * {@code FROM unnest(a, b)} would fill a table for each column: decision 0021.
   */
  public Parameters array(String type, @Nullable Object[] elements) throws SQLException {
    statement.setArray(++last, statement.getConnection().createArrayOf(type, elements));
    return this;
  }

  /** The next parameter: a value that the driver knows the type of. */
  public Parameters value(Object value) throws SQLException {
    statement.setObject(++last, value);
    return this;
  }
}
