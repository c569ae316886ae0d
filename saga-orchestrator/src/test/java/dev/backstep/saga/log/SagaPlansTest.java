package dev.backstep.saga.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.messaging.testing.EmptyTablePlans;
import dev.backstep.stack.layout.Databases;
import dev.backstep.stack.layout.Part;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SagaPlansTest {
  @Inject
  @ConfigProperty(name = "quarkus.datasource.jdbc.new-connection-sql")
  String settings;

  @ParameterizedTest
  @ValueSource(strings = {SagaLog.NEXT_ENTRIES, SagaLog.POSTPONE})
  void goesByKeysThoughItsPlanIsFromAnEmptyTable(String sql) throws Exception {
    try (var plans = EmptyTablePlans.of(Databases.of(Part.SAGA_ORCHESTRATOR), settings, "saga")) {
      assertThat(plans.readsWholly(sql)).isEmpty();
    }
  }
}
