package dev.backstep.payment.participant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.messaging.testing.EmptyTablePlans;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RecallPlansTest {
  @ParameterizedTest
  @ValueSource(strings = {RecallTable.LOCK, RecallTable.RECALL, Hurry.HURRY})
  void goesByKeysThoughItsPlanIsFromAnEmptyTable(String sql) throws Exception {
    try (var plans = EmptyTablePlans.ofThisService("payment")) {
      assertThat(plans.readsWholly(sql)).isEmpty();
    }
  }
}
