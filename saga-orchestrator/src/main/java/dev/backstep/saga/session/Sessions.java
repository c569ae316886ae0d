package dev.backstep.saga.session;

import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.messaging.transaction.Transactions;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Sessions of the console. Every instance knows them, for they lie in the database. */
@Singleton
class Sessions {
  private static final String BEGIN =
      """
      INSERT INTO console_session (token_hash, name, role, created_at, expires_at) VALUES (?, ?, ?, ?, ?)
      """;

  private static final String FIND =
      "SELECT name, role, expires_at FROM console_session WHERE token_hash = ? AND expires_at > ?";

  private static final String END = "DELETE FROM console_session WHERE token_hash = ?";

  private static final String FORGET = "DELETE FROM console_session WHERE expires_at <= ?";

  private final Transactions transactions;
  private final SessionSettings settings;
  private final InstantSource time;

  Sessions(Transactions transactions, SessionSettings settings, InstantSource time) {
    this.transactions = transactions;
    this.settings = settings;
    this.time = time;
  }

  /** A session as it begins: the only moment at which its token is known. */
  record Begun(SessionToken token, ConsoleUser user) {}

  Begun begin(String name, String role) {
    var now = time.instant();
    var begun =
        new Begun(SessionToken.random(), new ConsoleUser(name, role, now.plus(settings.session())));
    transactions.run(tx -> {
      forgetEnded(tx, now);
      insert(tx, begun, now);
    });
    return begun;
  }

  Optional<ConsoleUser> find(SessionToken token) {
    return transactions.call(tx -> find(tx, token));
  }

  void end(SessionToken token) {
    transactions.run(tx -> {
      try (var delete = tx.connection().prepareStatement(END)) {
        delete.setBytes(1, token.hash());
        delete.executeUpdate();
      }
    });
  }

  private Optional<ConsoleUser> find(Transaction tx, SessionToken token) throws SQLException {
    try (var select = tx.connection().prepareStatement(FIND)) {
      select.setBytes(1, token.hash());
      select.setObject(2, time.instant().atOffset(ZoneOffset.UTC));
      try (var row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new ConsoleUser(
                    row.getString("name"),
                    row.getString("role"),
                    row.getObject("expires_at", OffsetDateTime.class).toInstant()))
            : Optional.empty();
      }
    }
  }

  private static void insert(Transaction tx, Begun begun, Instant now) throws SQLException {
    try (var insert = tx.connection().prepareStatement(BEGIN)) {
      insert.setBytes(1, begun.token().hash());
      insert.setString(2, begun.user().name());
      insert.setString(3, begun.user().role());
      insert.setObject(4, now.atOffset(ZoneOffset.UTC));
      insert.setObject(5, begun.user().expiresAt().atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    }
  }

  private static void forgetEnded(Transaction tx, Instant now) throws SQLException {
    try (var delete = tx.connection().prepareStatement(FORGET)) {
      delete.setObject(1, now.atOffset(ZoneOffset.UTC));
      delete.executeUpdate();
    }
  }
}
