package dev.backstep.stack.layout;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A kind of process in the stack. {@link Topology} says where each one sits. */
public enum Part {
  POSTGRES,
  POSTGRES_REPLICA,
  KAFKA,
  REDIS,
  GATEWAY,
  TOKENS,
  ORDER_SERVICE,
  INVENTORY_SERVICE,
  PAYMENT_SERVICE,
  SAGA_ORCHESTRATOR;

  /** The name on the command line, of log files and of module folders. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Whether it is one of ours on Quarkus, with a database of its own; only these may run in several
   * instances.
   */
  public boolean isService() {
    return switch (this) {
      case POSTGRES, POSTGRES_REPLICA, KAFKA, REDIS, GATEWAY, TOKENS -> false;
      case ORDER_SERVICE, INVENTORY_SERVICE, PAYMENT_SERVICE, SAGA_ORCHESTRATOR -> true;
    };
  }

  /** The services, in the order of the topology. */
  public static List<Part> services() {
    return Stream.of(values()).filter(Part::isService).toList();
  }
}
