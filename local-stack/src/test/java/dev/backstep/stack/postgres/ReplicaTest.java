package dev.backstep.stack.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.layout.TextFile;
import dev.backstep.stack.testing.TestStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ReplicaTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  private static TestStack servers;
  private static Layout layout;

  @BeforeAll
  static void startServers() throws SQLException {
    servers =
        TestStack.ofProcesses(
            Path.of("target", "replica-test"), Set.of(Part.POSTGRES, Part.POSTGRES_REPLICA));
    layout = servers.processes().layout();
    onPrimary("CREATE TABLE noted (n int)");
  }

  @AfterAll
  static void stopServers() {
    servers.close();
  }

  @Test
  void showsWhatThePrimaryCommits() throws SQLException {
    onPrimary("INSERT INTO noted VALUES (1)");
    await().atMost(SOON).until(() -> seen(1));
  }

  @Test
  void fallsBehindAsFarAsItIsToldAndCatchesUp() throws SQLException {
    new Replica(layout).delay(Duration.ofMinutes(1));
    onPrimary("INSERT INTO noted VALUES (2)");
    await().during(Duration.ofMillis(500)).until(() -> !seen(2));
    new Replica(layout).delay(Duration.ZERO);
    await().atMost(SOON).until(() -> seen(2));
  }

  @Test
  void catchesUpAfterACrashAndWithoutThePrimaryServesWhatItHas() throws SQLException {
    servers.kill(Part.POSTGRES_REPLICA);
    onPrimary("INSERT INTO noted VALUES (3)");
    servers.start(Part.POSTGRES_REPLICA);
    await().atMost(SOON).until(() -> seen(3));
    servers.kill(Part.POSTGRES);
    servers.kill(Part.POSTGRES_REPLICA);
    servers.start(Part.POSTGRES_REPLICA);
    assertThat(seen(3)).isTrue();
    servers.start(Part.POSTGRES);
  }

  @Test
  void isAReplicaAgainWhenItStartsAfterAPromotion() throws SQLException {
    new Replica(layout).promote();
    servers.stop(Part.POSTGRES_REPLICA);
    onPrimary("INSERT INTO noted VALUES (4)");
    servers.start(Part.POSTGRES_REPLICA);
    await().atMost(SOON).until(() -> seen(4));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void isCopiedAnewAfterTheMachineWasStartedAnew() throws SQLException, IOException {
    Path home = Unprivileged.detect().reachable(layout.directory().of("postgres-replica"));
    Path old = Files.createFile(home.resolve("data").resolve("not-of-the-primary"));
    servers.stop(Part.POSTGRES_REPLICA);
    servers.start(Part.POSTGRES_REPLICA);
    assertThat(old).as("in the same run of the system it is kept").exists();
    servers.kill(Part.POSTGRES_REPLICA);
    TextFile.write(home.resolve("written-in-run"), "another run");
    servers.start(Part.POSTGRES_REPLICA);
    assertThat(old).doesNotExist();
    onPrimary("INSERT INTO noted VALUES (5)");
    await().atMost(SOON).until(() -> seen(5));
  }

  private static void onPrimary(String sql) throws SQLException {
    try (var owner = servers.superuser("postgres");
        var statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }

  private static boolean seen(int n) throws SQLException {
    try (var connection = Connections.open(layout, Part.POSTGRES_REPLICA, "postgres", "postgres");
        var select = connection.prepareStatement("SELECT 1 FROM noted WHERE n = ?")) {
      select.setInt(1, n);
      try (var row = select.executeQuery()) {
        return row.next();
      }
    }
  }
}
