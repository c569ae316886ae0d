package dev.backstep.order.testing;

import dev.backstep.stack.testing.ServiceResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;

/** The real database and broker, for every Quarkus test of this module. */
@QuarkusTestResource(
    value = ServiceResource.class,
    initArgs = {
      @ResourceArg(name = "service", value = "order-service"),
      @ResourceArg(name = "replica", value = "true")
    })
final class Servers {
  private Servers() {}
}
