package dev.backstep.stack.layout;

/** Everything needed to start or reach a process of one stack. */
public record Layout(
    ProjectRoot root, StackDirectory directory, StackSettings settings, Secrets secrets) {

  /** The layout of the stack in that directory; missing passwords are made. */
  public static Layout of(ProjectRoot root, StackDirectory directory, StackSettings settings) {
    return new Layout(root, directory, settings, Secrets.of(directory));
  }

  /** The port that clients of that process use. */
  public int port(Instance instance) {
    return Topology.ports(instance, settings.portBase()).getFirst();
  }

  /** The port of the only, or first, instance of that part. */
  public int port(Part part) {
    return port(Instance.of(part));
  }

  /** Where that process answers, for people and for clients. */
  public String url(Instance instance) {
    String address = address(instance);
    return switch (instance.part()) {
      case POSTGRES, POSTGRES_REPLICA -> "jdbc:postgresql://" + address + "/";
      case KAFKA -> address;
      case REDIS -> "redis://" + address;
      case GATEWAY,
          TOKENS,
          ORDER_SERVICE,
          INVENTORY_SERVICE,
          PAYMENT_SERVICE,
          SAGA_ORCHESTRATOR,
          LRA_COORDINATOR ->
          "http://" + address;
    };
  }

  /** Host and port of that process. */
  public String address(Instance instance) {
    return switch (settings.reach()) {
      case LOOPBACK -> "127.0.0.1:" + port(instance);
      case CONTAINERS -> instance.part().label() + ":" + containerPort(instance.part());
    };
  }

  /** Inside its container each server listens where everybody expects it. */
  private static int containerPort(Part part) {
    return switch (part) {
      case POSTGRES, POSTGRES_REPLICA -> 5432;
      case KAFKA -> 9092;
      case REDIS -> 6379;
      case GATEWAY,
          TOKENS,
          ORDER_SERVICE,
          INVENTORY_SERVICE,
          PAYMENT_SERVICE,
          SAGA_ORCHESTRATOR,
          LRA_COORDINATOR ->
          8080;
    };
  }

  /** Where the only, or first, instance of that part answers. */
  public String url(Part part) {
    return url(Instance.of(part));
  }
}
