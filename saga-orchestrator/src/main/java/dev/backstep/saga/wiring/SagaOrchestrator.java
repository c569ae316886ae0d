package dev.backstep.saga.wiring;

import dev.backstep.rest.start.ServiceStart;
import io.quarkus.runtime.annotations.QuarkusMain;

/** The process. */
@QuarkusMain
public final class SagaOrchestrator {
  private SagaOrchestrator() {}

  public static void main(String... args) {
    ServiceStart.run(args);
  }
}
