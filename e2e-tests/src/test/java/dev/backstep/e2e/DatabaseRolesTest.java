package dev.backstep.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstep.stack.layout.Databases;
import dev.backstep.stack.layout.Part;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a running service may do to its own database: read and write rows, nothing else. */
class DatabaseRolesTest {
  static Stream<Part> services() {
    return Part.services().stream();
  }

  @ParameterizedTest
  @MethodSource("services")
  void runningServicesKeepNoConnectionOfTheOwner(Part service) throws SQLException {
    try (var superuser = Backstep.stack().superuser(Databases.of(service));
        var query =
            superuser.prepareStatement(
                """
                SELECT DISTINCT usename FROM pg_stat_activity
                WHERE datname = ? AND usename LIKE datname || '%'
                """)) {
      query.setString(1, Databases.of(service));
      assertThat(texts(query.executeQuery())).containsExactly(Databases.of(service));
    }
  }

  @ParameterizedTest
  @MethodSource("services")
  void theHistoryOfMigrationsIsTheOwnersAlone(Part service) throws SQLException {
    try (var application = application(service)) {
      isRefused(
          application, "INSERT INTO flyway_schema_history SELECT * FROM flyway_schema_history");
      isRefused(application, "UPDATE flyway_schema_history SET checksum = 0");
      isRefused(application, "DELETE FROM flyway_schema_history");
      isRefused(application, "TRUNCATE flyway_schema_history");
    }
  }

  @ParameterizedTest
  @MethodSource("services")
  void noServiceChangesAShape(Part service) throws SQLException {
    try (var application = application(service)) {
      isRefused(application, "CREATE TABLE mine (id int)");
      isRefused(application, "CREATE TEMPORARY TABLE mine (id int)");
      isRefused(application, "CREATE SCHEMA mine");
      isRefused(application, "CREATE FUNCTION mine() RETURNS int LANGUAGE sql RETURN 1");
      isRefused(application, "CREATE INDEX ON outbox (topic)");
      isRefused(application, "ALTER TABLE outbox ADD COLUMN mine int");
      isRefused(application, "ALTER TABLE outbox DISABLE TRIGGER ALL");
      isRefused(application, "TRUNCATE outbox");
      isRefused(application, "DROP TABLE outbox");
      isRefused(application, "SET ROLE " + Databases.ownerOf(service));
    }
  }

  private static Connection application(Part service) throws SQLException {
    return Backstep.stack().connection(Databases.of(service), Databases.of(service));
  }

  private static void isRefused(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute(sql))
          .as(sql)
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
    }
  }

  private static List<String> texts(ResultSet rows) throws SQLException {
    var texts = new ArrayList<String>();
    while (rows.next()) {
      texts.add(rows.getString(1));
    }
    return texts;
  }
}
