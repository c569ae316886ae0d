package dev.backstep.stack.testing.containers;

import dev.backstep.stack.layout.Instance;

/** Names of the containers of one test stack: no other living stack has its port base. */
record ContainerNames(int portBase) {
  String of(Instance instance) {
    return "backstep-test-%d-%s".formatted(portBase, instance.name());
  }

  String network() {
    return "backstep-test-%d".formatted(portBase);
  }
}
