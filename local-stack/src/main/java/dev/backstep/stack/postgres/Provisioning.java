package dev.backstep.stack.postgres;

import dev.backstep.stack.layout.Databases;
import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.layout.StackFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.postgresql.PGConnection;

/**
 * One database per service, owned by a role that only migrations use, and an application role that
 * reads and writes rows but cannot change a table; as far as there are passwords for them. Safe to
 * repeat.
 */
public record Provisioning(Entrance entrance, SortedMap<String, String> passwords) {
  /** The way into a server as somebody who may make databases and roles. */
  @FunctionalInterface
  public interface Entrance {
    /** Opens a connection to that database. */
    Connection open(String database) throws SQLException;
  }

  /** What the stack's own server needs. */
  public static Provisioning of(Layout layout) {
    var passwords = new TreeMap<String, String>();
    Databases.roles().forEach(role -> passwords.put(role, layout.secrets().password(role)));
    return new Provisioning(
        database -> Connections.open(layout, database, Databases.SUPERUSER), passwords);
  }

  /** Refuses roles that nobody knows: their names become part of statements. */
  public Provisioning {
    var unknown = new TreeSet<>(passwords.keySet());
    Databases.roles().forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      throw new StackFailure("no role of PostgreSQL is called " + unknown.first());
    }
  }

  /** Makes what is missing, and sets every password anew. */
  public void run() {
    try (var connection = entrance.open(Databases.SUPERUSER)) {
      for (String role : passwords.keySet()) {
        provideRole(connection, role);
      }
      if (has(Databases.REPLICATOR)) {
        execute(connection, "ALTER ROLE " + Databases.REPLICATOR + " REPLICATION");
      }
      if (has(Databases.AUDITOR)) {
        execute(connection, "GRANT pg_read_all_data TO " + Databases.AUDITOR);
      }
      for (Part service : Part.withDatabase()) {
        if (has(Databases.of(service)) && has(Databases.ownerOf(service))) {
          provideDatabase(connection, service);
        }
      }
    } catch (SQLException e) {
      throw new StackFailure("PostgreSQL could not be set up: " + e.getMessage(), e);
    }
  }

  private boolean has(String role) {
    return passwords.containsKey(role);
  }

  private void provideRole(Connection connection, String role) throws SQLException {
    if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", role)) {
      execute(connection, "CREATE ROLE " + role + " LOGIN");
    }
    // The driver hashes it, so that the password itself never reaches a log of statements.
    connection
        .unwrap(PGConnection.class)
        .alterUserPassword(role, passwords.getOrDefault(role, "").toCharArray(), "scram-sha-256");
  }

  private void provideDatabase(Connection connection, Part service) throws SQLException {
    String database = Databases.of(service);
    if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", database)) {
      execute(
          connection,
          "CREATE DATABASE %s OWNER %s".formatted(database, Databases.ownerOf(service)));
    }
    execute(connection, "REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(database));
    execute(connection, "GRANT CONNECT ON DATABASE %s TO %s".formatted(database, database));
    if (has(Databases.AUDITOR)) {
      execute(
          connection, "GRANT CONNECT ON DATABASE %s TO %s".formatted(database, Databases.AUDITOR));
    }
    try (var inside = entrance.open(database)) {
      grantRows(inside, Databases.ownerOf(service), Databases.of(service));
    }
  }

  private static void grantRows(Connection connection, String owner, String application)
      throws SQLException {
    String byDefault = "ALTER DEFAULT PRIVILEGES FOR ROLE %s GRANT ".formatted(owner);
    execute(connection, byDefault + "USAGE ON SCHEMAS TO " + application);
    execute(connection, byDefault + "SELECT, INSERT, UPDATE, DELETE ON TABLES TO " + application);
    execute(connection, byDefault + "USAGE ON SEQUENCES TO " + application);
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (var statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (var rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
