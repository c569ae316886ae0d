package dev.backstep.stack.layout;

/** What is decided once per stack and remembered in its data directory. */
public record StackSettings(int portBase, Purpose purpose, Reach reach) {
  private static final int LOWEST = 1024;
  private static final int HIGHEST = 65_536 - Topology.PORTS;

  public StackSettings {
    if (portBase < LOWEST || portBase > HIGHEST) {
      throw new StackFailure(
          "Port base %d is out of range: choose %d to %d with --port-base"
              .formatted(portBase, LOWEST, HIGHEST));
    }
  }

  /** Of processes on 127.0.0.1. */
  public StackSettings(int portBase, Purpose purpose) {
    this(portBase, purpose, Reach.LOOPBACK);
  }
}
