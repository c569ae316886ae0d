package dev.backstep.messaging.barrier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.messaging.Database;
import dev.backstep.messaging.testing.EmptyTablePlans;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BarrierPlansTest {
  /** As the services have it. */
  private static final String NEW_CONNECTION =
      "SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off";

  @ParameterizedTest
  @ValueSource(strings = {BarrierTable.REMEMBERED, BarrierTable.UPDATE})
  void goesByKeysThoughItsPlanIsFromAnEmptyTable(String sql) throws Exception {
    Database.shared();
    try (var plans = EmptyTablePlans.of(Database.NAME, NEW_CONNECTION, "barrier")) {
      assertThat(plans.readsWholly(sql)).isEmpty();
    }
  }
}
