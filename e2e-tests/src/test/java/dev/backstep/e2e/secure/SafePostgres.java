package dev.backstep.e2e.secure;

import dev.backstep.stack.layout.Databases;
import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.postgres.Connections;
import dev.backstep.stack.process.Patience;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/** Teaches a running server to show a certificate. */
record SafePostgres(Layout layout, Part server) {
  /** It reads its settings again a moment after it was told to. */
  private static final Duration SOON = Duration.ofSeconds(30);

  void present(Authority authority) throws IOException, SQLException {
    try (var connection =
        Connections.open(layout, server, Databases.SUPERUSER, Databases.SUPERUSER)) {
      write(connection, "server.crt", authority.certificate());
      write(connection, "server.key", authority.key());
      try (var statement = connection.createStatement()) {
        statement.execute("ALTER SYSTEM SET ssl = on");
        statement.execute("SELECT pg_reload_conf()");
      }
    }
    if (!Patience.until(SOON, this::speaksTls)) {
      throw new IllegalStateException(server.label() + " does not speak TLS");
    }
  }

  private boolean speaksTls() {
    var url = layout.url(server) + Databases.SUPERUSER + "?sslmode=require";
    var password = layout.secrets().password(Databases.SUPERUSER);
    try (var connection = DriverManager.getConnection(url, Databases.SUPERUSER, password)) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  /** By the server itself, into its own directory, since only its own user can be trusted there. */
  private static void write(Connection connection, String file, String pem) throws SQLException {
    var sql =
        "COPY (SELECT unnest(string_to_array('%s', E'\\n'))) TO PROGRAM 'umask 077 && cat > %s'"
            .formatted(pem.strip(), file);
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
