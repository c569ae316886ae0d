package dev.backstep.stack;

import dev.backstep.stack.layout.Instance;
import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.StackFailure;
import dev.backstep.stack.layout.Topology;
import dev.backstep.stack.process.Patience;
import dev.backstep.stack.process.Port;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Names the ports that other programs have, all in one line. */
final class TakenPorts {
  // A killed process gives up its ports when the last of its threads is gone.
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private TakenPorts() {}

  /** Refuses to start those processes unless all their ports are free, or become so in a moment. */
  static void refuse(Collection<Instance> instances, Layout layout) {
    if (!Patience.until(PATIENCE, () -> taken(instances, layout).isEmpty())) {
      throw new StackFailure(
          "Taken by another program: port %s. Stop it, or choose other ports with --port-base N"
              .formatted(String.join(", ", taken(instances, layout))));
    }
  }

  private static List<String> taken(Collection<Instance> instances, Layout layout) {
    return instances.stream()
        .flatMap(instance -> taken(instance, layout).stream())
        .collect(Collectors.toList());
  }

  private static List<String> taken(Instance instance, Layout layout) {
    return Topology.ports(instance, layout.settings().portBase()).stream()
        .filter(Port::isTaken)
        .map(port -> port + " (" + instance.name() + ")")
        .toList();
  }
}
