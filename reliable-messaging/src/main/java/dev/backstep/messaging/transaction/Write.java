package dev.backstep.messaging.transaction;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A statement that writes, and whose answer nobody needs before the commit: whatever it must not do
 * is forbidden by the table or by the statement itself.
 */
public interface Write {
  /** One statement, without a semicolon. The same text whatever is written, so that plans last. */
  String sql();

  /** Sets the parameters, when the statement leaves: until then what it writes must not change. */
  void bind(Parameters parameters) throws SQLException;

  /**
   * Takes over what that one writes, if one statement can do both and it does not matter which of
   * them is first.
   *
   * @return whether it did; if not, both are sent, in order
   */
  default boolean absorbs(Write next) {
    return false;
  }

  /**
   * Takes the rows that the statement returns, if it returns any. They may be committed already.
   */
  default void returned(ResultSet rows) throws SQLException {}
}
