package dev.backstep.e2e.torture;

import dev.backstep.stack.Progress;
import dev.backstep.stack.layout.Instance;
import dev.backstep.stack.layout.Part;
import java.time.Duration;
import java.util.List;

/** The consumer groups of a service are set back, so that it reads what it has read before. */
record Rewind(Part service) implements Fault {
  private static final int RECORDS = 100;

  @Override
  public String what() {
    return "set the offsets of %s back".formatted(service.label());
  }

  @Override
  public Duration hold() {
    return Duration.ZERO;
  }

  /** A group with members cannot be moved. */
  @Override
  public void begin(Site site) {
    for (Instance each : Site.instances(service)) {
      site.processes().stop(each);
    }
    try (var groups = new Groups(site.stack().kafkaBootstrap())) {
      for (var group : groupsOf(service)) {
        var committed = groups.committed(group);
        groups.move(
            group,
            committed.keySet(),
            partition -> Math.max(0, committed.getOrDefault(partition, 0L) - RECORDS));
      }
    }
  }

  static List<String> groupsOf(Part service) {
    return switch (service) {
      case ORDER_SERVICE ->
          List.of("order-service", "order-service-shipping", "order-service-catalogue");
      case SAGA_ORCHESTRATOR -> List.of("saga-orchestrator", "saga-orchestrator-replies");
      case INVENTORY_SERVICE, PAYMENT_SERVICE -> List.of(service.label());
      case POSTGRES, POSTGRES_REPLICA, KAFKA, REDIS, GATEWAY, TOKENS, LRA_COORDINATOR -> List.of();
    };
  }

  @Override
  public void end(Site site) {
    site.processes().start(Site.instances(service), Progress.silent());
  }
}
