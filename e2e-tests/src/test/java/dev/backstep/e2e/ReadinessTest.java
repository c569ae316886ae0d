package dev.backstep.e2e;

import static dev.backstep.e2e.Order.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.stack.layout.Part;
import org.junit.jupiter.api.Test;

/** Whoever says that he is ready is sent requests, and answers them. */
@Audited
class ReadinessTest {
  private final Product kettle = Product.onSale(24_90, 10);

  @Test
  void ordersAreTakenWithoutABroker() {
    Backstep.stack().kill(Part.KAFKA);
    try {
      anOrder().of(kettle, 1).place();
      assertThat(health(Part.ORDER_SERVICE, "ready")).isEqualTo(200);
      assertThat(health(Part.ORDER_SERVICE, "live")).isEqualTo(200);
    } finally {
      Backstep.stack().start(Part.KAFKA);
    }
  }

  private static int health(Part service, String check) {
    return Backstep.nobody(service).get("/q/health/" + check).statusCode();
  }
}
