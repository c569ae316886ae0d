package dev.backstep.stack;

import dev.backstep.stack.layout.Instance;
import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.StackFailure;
import dev.backstep.stack.layout.Topology;
import dev.backstep.stack.process.Port;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names the ports that other programs have, all in one line. */
final class TakenPorts {
  private TakenPorts() {}

  /** Refuses to start those processes unless all their ports are free. */
  static void refuse(Collection<Instance> instances, Layout layout) {
    if (instances.stream().anyMatch(instance -> taken(instance, layout).findAny().isPresent())) {
      throw failure(instances, layout);
    }
  }

  static StackFailure failure(Collection<Instance> instances, Layout layout) {
    String ports =
        instances.stream()
            .flatMap(instance ->
                taken(instance, layout).map(port -> port + " (" + instance.name() + ")"))
            .collect(Collectors.joining(", "));
    return new StackFailure(
        "Taken by another program: port %s. Stop it, or choose other ports with --port-base N"
            .formatted(ports));
  }

  private static Stream<Integer> taken(Instance instance, Layout layout) {
    return Topology.ports(instance, layout.settings().portBase()).stream().filter(Port::isTaken);
  }
}
