package dev.backstep.lra.narayana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstep.lra.testing.LeaseDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoreConnectionsTest {
  private final StoreConnections connections =
      new StoreConnections(LeaseDatabase.url(), LeaseDatabase.USER, LeaseDatabase.password());

  @BeforeEach
  void create() throws Exception {
    LeaseDatabase.create();
  }

  @AfterEach
  void close() {
    connections.close();
  }

  @Test
  void areRefusedToAnInstanceWhoseEpochIsOver() throws SQLException {
    moveTo(1);
    var store = connections.open(1);
    try (var connection = store.getConnection()) {
      assertThat(connection.isValid(1)).isTrue();
      moveTo(2);
      // The first one is in use, so a new one is needed.
      assertThatThrownBy(store::getConnection).hasMessageContaining("epoch 1 is over");
    }
    try (var connection = connections.open(2).getConnection()) {
      assertThat(connection.isValid(1)).isTrue();
    }
  }

  private static void moveTo(int epoch) throws SQLException {
    try (var connection = LeaseDatabase.connect("test");
        var statement = connection.createStatement()) {
      statement.execute("UPDATE lease SET epoch = " + epoch);
    }
  }
}
