package dev.backstep.e2e.torture;

import dev.backstep.stack.layout.Instance;
import dev.backstep.stack.layout.Part;

/** The way from one process of ours to a server. */
record Edge(Instance client, Part server) {
  @Override
  public String toString() {
    return client.name() + " to " + server.label();
  }
}
