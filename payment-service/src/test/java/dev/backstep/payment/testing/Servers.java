package dev.backstep.payment.testing;

import dev.backstep.stack.testing.ServiceResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;

/** The real database, broker and gateway simulator, for every Quarkus test of this module. */
@QuarkusTestResource(
    value = ServiceResource.class,
    initArgs = {
      @ResourceArg(name = "service", value = "payment-service"),
      @ResourceArg(name = "gateway", value = "true")
    })
final class Servers {
  private Servers() {}
}
