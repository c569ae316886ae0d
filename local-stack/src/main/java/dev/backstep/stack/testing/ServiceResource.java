package dev.backstep.stack.testing;

import dev.backstep.stack.layout.Instance;
import dev.backstep.stack.layout.Part;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives a Quarkus test the servers that its service needs, and the configuration that the service
 * gets in the real stack. Arguments: {@code service}, such as {@code inventory-service}; {@code
 * gateway}, {@code true} for the gateway simulator too; {@code replica}, {@code true} for the
 * replica and Redis. The stack is shared by all tests of the JVM: {@link TestStack#current}.
 */
public final class ServiceResource implements QuarkusTestResourceLifecycleManager {
  private Part service = Part.ORDER_SERVICE;
  private boolean gateway;
  private boolean replica;

  @Override
  public void init(Map<String, String> arguments) {
    String name = arguments.getOrDefault("service", "");
    service =
        Instance.named(name)
            .map(Instance::part)
            .filter(Part::hasDatabase)
            .orElseThrow(
                () -> new IllegalArgumentException("Argument service: no such service: " + name));
    gateway = Boolean.parseBoolean(arguments.getOrDefault("gateway", "false"));
    replica = Boolean.parseBoolean(arguments.getOrDefault("replica", "false"));
  }

  @Override
  public Map<String, String> start() {
    var parts = EnumSet.of(Part.POSTGRES);
    if (service.isService()) {
      parts.add(Part.KAFKA);
    }
    if (gateway) {
      parts.add(Part.GATEWAY);
    }
    if (replica) {
      parts.addAll(EnumSet.of(Part.POSTGRES_REPLICA, Part.REDIS));
    }
    var configuration = new HashMap<>(TestStack.shared(parts).configurationOf(service));
    configuration.put("quarkus.http.test-port", port());
    return configuration;
  }

  /** Any; but the coordinator has to be where it says that it is. */
  private String port() {
    return service == Part.LRA_COORDINATOR
        ? String.valueOf(TestStack.current().processes().layout().port(service))
        : "0";
  }

  /** Leaves the stack to the next test; it stops with the JVM. */
  @Override
  public void stop() {}
}
