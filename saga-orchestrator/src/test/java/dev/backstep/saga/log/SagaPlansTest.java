package dev.backstep.saga.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.messaging.testing.EmptyTablePlans;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SagaPlansTest {
  @ParameterizedTest
  @ValueSource(strings = {SagaLog.NEXT_ENTRIES, SagaLog.POSTPONE})
  void goesByKeysThoughItsPlanIsFromAnEmptyTable(String sql) throws Exception {
    try (var plans = EmptyTablePlans.ofThisService("saga")) {
      assertThat(plans.readsWholly(sql)).isEmpty();
    }
  }
}
