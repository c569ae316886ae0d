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
    String address = "127.0.0.1:" + port(instance);
    return switch (instance.part()) {
      case POSTGRES, POSTGRES_REPLICA -> "jdbc:postgresql://" + address + "/";
      case KAFKA -> address;
      case REDIS -> "redis://" + address;
      case GATEWAY, TOKENS, ORDER_SERVICE, INVENTORY_SERVICE, PAYMENT_SERVICE, SAGA_ORCHESTRATOR ->
          "http://" + address;
    };
  }

  /** Where the only, or first, instance of that part answers. */
  public String url(Part part) {
    return url(Instance.of(part));
  }
}
