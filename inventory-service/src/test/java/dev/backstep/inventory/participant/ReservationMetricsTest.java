package dev.backstep.inventory.participant;

import static dev.backstep.inventory.Stockroom.line;
import static dev.backstep.inventory.participant.Buyer.aBuyer;
import static dev.backstep.rest.testing.Metrics.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.inventory.Stockroom;
import dev.backstep.stack.testing.ServiceResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = ServiceResource.class,
    initArgs = @ResourceArg(name = "service", value = "inventory-service"))
class ReservationMetricsTest {
  private static final String GRANTED = "backstep_stock_reservations_total{outcome=\"GRANTED\"}";
  private static final String REFUSED =
      "backstep_stock_reservations_total{outcome=\"OUT_OF_STOCK\"}";

  @Inject Stockroom stockroom;
  @Inject Counter counter;

  @Test
  void countsReservationsOnceAndNothingElse() {
    double granted = value(GRANTED);
    double refused = value(REFUSED);
    var cup = stockroom.product(3);
    var anna = aBuyer();

    counter.serve(anna.reserves(line(cup, 2)), anna.reserves(line(cup, 2)));
    counter.serve(aBuyer().reserves(line(cup, 2)));
    counter.serve(anna.settles());

    assertThat(value(GRANTED) - granted).isEqualTo(1);
    assertThat(value(REFUSED) - refused).isEqualTo(1);
  }
}
