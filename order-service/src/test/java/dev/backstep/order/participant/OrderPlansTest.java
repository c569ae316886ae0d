package dev.backstep.order.participant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.messaging.testing.EmptyTablePlans;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class OrderPlansTest {
  @ParameterizedTest
  @ValueSource(strings = {OrderTable.LOCK, OrderTable.MOVE})
  void goesByKeysThoughItsPlanIsFromAnEmptyTable(String sql) throws Exception {
    try (var plans = EmptyTablePlans.ofThisService("orders")) {
      assertThat(plans.readsWholly(sql)).isEmpty();
    }
  }
}
