package dev.backstep.inventory.participant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.messaging.testing.EmptyTablePlans;
import dev.backstep.stack.testing.ServiceResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(
    value = ServiceResource.class,
    initArgs = @ResourceArg(name = "service", value = "inventory-service"))
class StockPlansTest {
  @ParameterizedTest
  @ValueSource(
      strings = {StockTable.LOCK, StockTable.MOVE, ReservationTable.LEAVE, ReservationTable.UNSELL})
  void goesByKeysThoughItsPlanIsFromAnEmptyTable(String sql) throws Exception {
    try (var plans = EmptyTablePlans.ofThisService("stock", "reservation")) {
      assertThat(plans.readsWholly(sql)).isEmpty();
    }
  }
}
