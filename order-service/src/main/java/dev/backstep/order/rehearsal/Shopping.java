package dev.backstep.order.rehearsal;

import dev.backstep.rest.rehearsal.Rehearsal;
import jakarta.inject.Singleton;
import java.util.List;

/** What shoppers do when a shop opens: they order, and look for their orders. */
@Singleton
class Shopping implements Rehearsal {
  /** Nobody can order nothing of a product, so this is read, judged and never recorded. */
  private static final String NOTHING =
      """
      {"items": [{"sku": "REHEARSAL", "quantity": 0}], "paymentToken": "pm_rehearsal",
       "shippingAddress": {"name": "-", "street": "-", "city": "-", "postalCode": "-", "country": "DE"}}
      """;

  @Override
  public List<Request> requests() {
    return List.of(new Request("POST", "/orders", NOTHING), new Request("GET", "/orders", ""));
  }
}
