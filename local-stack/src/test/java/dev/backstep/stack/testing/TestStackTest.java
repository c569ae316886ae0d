package dev.backstep.stack.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstep.contracts.Topics;
import dev.backstep.stack.layout.Part;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TestStackTest {
  private static TestStack stack;

  @BeforeAll
  static void startServers() {
    stack =
        TestStack.shared(Set.of(Part.POSTGRES, Part.KAFKA, Part.REDIS, Part.GATEWAY, Part.TOKENS));
  }

  @Test
  void ownerMakesTablesAndApplicationOnlyUsesThem() throws SQLException {
    try (var owner = stack.connection("order_service", "order_service_owner");
        var statement = owner.createStatement()) {
      statement.execute("CREATE TABLE note (id bigint GENERATED ALWAYS AS IDENTITY, text text)");
    }
    try (var application = stack.connection("order_service", "order_service");
        var statement = application.createStatement()) {
      statement.execute("INSERT INTO note (text) VALUES ('a')");
      statement.execute("UPDATE note SET text = 'b'");
      assertThatThrownBy(() -> statement.execute("DROP TABLE note")).hasMessageContaining("owner");
      assertThatThrownBy(() -> statement.execute("CREATE TABLE mine (id int)"))
          .hasMessageContaining("permission denied");
      assertThatThrownBy(() -> statement.execute("TRUNCATE note"))
          .hasMessageContaining("permission denied");
    }
    try (var auditor = stack.auditor("order_service");
        var statement = auditor.createStatement();
        var rows = statement.executeQuery("SELECT text FROM note")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo("b");
    }
  }

  @Test
  void aServiceCannotReachAnothersDatabase() {
    assertThatThrownBy(() -> stack.connection("payment_service", "order_service").close())
        .hasMessageContaining("permission denied for database");
  }

  @Test
  void hasEveryTopicAndMakesNoOther() throws Exception {
    try (var admin = Admin.create(Map.of("bootstrap.servers", stack.kafkaBootstrap()))) {
      assertThat(admin.listTopics().names().get()).containsAll(Topics.all());
      assertThat(partitions(admin, Topics.SAGA_REPLIES)).isEqualTo(6);
      assertThat(partitions(admin, Topics.deadLettersOf(Topics.SAGA_REPLIES))).isEqualTo(1);
    }
  }

  private static int partitions(Admin admin, String topic) throws Exception {
    var descriptions = admin.describeTopics(List.of(topic)).allTopicNames().get().values();
    return descriptions.iterator().next().partitions().size();
  }
}
