package dev.backstep.saga.operations;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstep.stack.layout.Databases;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.testing.TestStack;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class OperatorLogRightsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE operator_log SET reason = 'nothing to see'",
        "DELETE FROM operator_log",
        "TRUNCATE operator_log"
      })
  void nobodyMayDoMoreThanAppend(String change) throws SQLException {
    var database = Databases.of(Part.SAGA_ORCHESTRATOR);
    try (var service = TestStack.current().connection(database, database)) {
      refuses(service, change, "permission denied");
    }
    try (var superuser = TestStack.current().superuser(database)) {
      refuses(superuser, change, "append only");
    }
  }

  private static void refuses(Connection connection, String change, String why)
      throws SQLException {
    try (var statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute(change)).hasMessageContaining(why);
    }
  }
}
