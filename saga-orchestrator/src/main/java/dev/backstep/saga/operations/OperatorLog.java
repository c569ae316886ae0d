package dev.backstep.saga.operations;

import dev.backstep.messaging.transaction.Transaction;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down what operators do, in the transaction that does it. */
@Singleton
public final class OperatorLog {
  private static final String INSERT =
      """
      INSERT INTO operator_log (id, at, operator, action, reason, before, after,
                                saga_id, order_id, command, saga_seq, bulk_id, dead_letter_id)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final int FIRST_OF_SUBJECT = 8;

  /** Appends them in this order. */
  public void append(Transaction tx, List<Act> acts) throws SQLException {
    try (var insert = tx.connection().prepareStatement(INSERT)) {
      for (var act : acts) {
        insert.setObject(1, act.id());
        insert.setObject(2, act.at().atOffset(ZoneOffset.UTC));
        insert.setString(3, act.operator());
        insert.setString(4, act.action());
        insert.setString(5, act.reason());
        insert.setString(6, act.before());
        insert.setString(7, act.after());
        setSubject(insert, act.subject());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static void setSubject(PreparedStatement insert, Act.Subject subject)
      throws SQLException {
    switch (subject) {
      case Act.Subject.OfSaga(var saga, var order, var command, var seq, var bulk) ->
          set(
              insert,
              saga,
              order,
              command.step() + "/" + command.direction().wireName(),
              seq,
              bulk,
              null);
      case Act.Subject.OfLetter(var letter, var bulk) ->
          set(insert, null, null, null, null, bulk, letter);
      case Act.Subject.OfBulk(var bulk) -> set(insert, null, null, null, null, bulk, null);
    }
  }

  private static void set(PreparedStatement insert, @Nullable Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      insert.setObject(FIRST_OF_SUBJECT + i, values[i]);
    }
  }
}
