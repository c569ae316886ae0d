package dev.backstep.inventory.wiring;

import dev.backstep.rest.start.ServiceStart;
import io.quarkus.runtime.annotations.QuarkusMain;

/** The process. */
@QuarkusMain
public final class InventoryService {
  private InventoryService() {}

  public static void main(String... args) {
    ServiceStart.run(args);
  }
}
