package dev.backstep.stack.layout;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
  SAGA_ORCHESTRATOR,
  /** Only for those who want LRAs. */
  LRA_COORDINATOR;

  /** The name on the command line, of log files and of module folders. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it takes part in sagas: one of ours on Quarkus, with an outbox in its database. */
  public boolean isService() {
    return switch (this) {
      case POSTGRES, POSTGRES_REPLICA, KAFKA, REDIS, GATEWAY, TOKENS, LRA_COORDINATOR -> false;
      case ORDER_SERVICE, INVENTORY_SERVICE, PAYMENT_SERVICE, SAGA_ORCHESTRATOR -> true;
    };
  }

  /**
   * Whether it is one of ours on Quarkus, with a database of its own; only these may run in several
   * instances.
   */
  public boolean hasDatabase() {
    return isService() || this == LRA_COORDINATOR;
  }

  /** What a stack consists of, unless more is asked for. */
  public static Set<Part> usual() {
    return EnumSet.complementOf(EnumSet.of(LRA_COORDINATOR));
  }

  /** Whatever has a database of its own, in the order of the topology. */
  public static List<Part> withDatabase() {
    return Stream.of(values()).filter(Part::hasDatabase).toList();
  }

  /** The services, in the order of the topology. */
  public static List<Part> services() {
    return Stream.of(values()).filter(Part::isService).toList();
  }
}
