package dev.backstep.order.wiring;

import dev.backstep.rest.start.ServiceStart;
import io.quarkus.runtime.annotations.QuarkusMain;

/** The process. */
@QuarkusMain
public final class OrderService {
  private OrderService() {}

  public static void main(String... args) {
    ServiceStart.run(args);
  }
}
