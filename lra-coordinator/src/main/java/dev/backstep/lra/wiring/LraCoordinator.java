package dev.backstep.lra.wiring;

import dev.backstep.rest.start.RequiredSetting;
import dev.backstep.rest.start.ServiceStart;
import io.quarkus.runtime.annotations.QuarkusMain;

/** The process. */
@QuarkusMain
public final class LraCoordinator {
  private LraCoordinator() {}

  public static void main(String... args) {
    ServiceStart.runWithoutBroker(
        args,
        RequiredSetting.of(
            "the root under which everybody reaches it, such as http://host:port",
            "backstep.lra.url"),
        RequiredSetting.of(
            "where callbacks may go, as prefixes that end with a slash", "backstep.lra.callbacks"));
  }
}
