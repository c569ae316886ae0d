package dev.backstep.stack.postgres;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstep.stack.layout.StackFailure;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ProvisioningTest {
  @Test
  void refusesARoleThatNobodyKnows() {
    var passwords = new TreeMap<>(Map.of("order_service; DROP ROLE postgres", "secret"));
    assertThatThrownBy(() ->
            new Provisioning(
                database -> {
                  throw new SQLException("not asked for");
                },
                passwords))
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("no role of PostgreSQL is called order_service;");
  }
}
