package dev.backstep.lra.testing;

import dev.backstep.stack.layout.Databases;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.testing.TestStack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Objects;

/** A database like the coordinator's, with a lease that no process has. */
public final class LeaseDatabase {
  public static final String USER = Databases.SUPERUSER;
  private static final String NAME = "lease_test";
  private static final TestStack STACK = TestStack.shared(EnumSet.of(Part.POSTGRES));

  private LeaseDatabase() {}

  /** Makes it anew: nobody has the lease, and nobody is connected. */
  public static void create() throws SQLException, IOException {
    try (var connection = STACK.superuser("postgres");
        var statement = connection.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS " + NAME + " WITH (FORCE)");
      statement.execute("CREATE DATABASE " + NAME);
    }
    try (var connection = connect("setup");
        var statement = connection.createStatement()) {
      statement.execute(migration());
    }
  }

  private static String migration() throws IOException {
    try (var sql = LeaseDatabase.class.getResourceAsStream("/db/migration/V1__store.sql")) {
      return new String(Objects.requireNonNull(sql).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  public static String url() {
    return STACK.jdbcUrl(NAME);
  }

  public static String password() {
    return STACK.password(USER);
  }

  /** A session that the database knows by that name. */
  public static Connection connect(String application) throws SQLException {
    return DriverManager.getConnection(url() + "?ApplicationName=" + application, USER, password());
  }
}
