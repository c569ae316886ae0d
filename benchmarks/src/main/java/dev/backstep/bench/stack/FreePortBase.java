package dev.backstep.bench.stack;

import dev.backstep.stack.layout.Instance;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.layout.StackFailure;
import dev.backstep.stack.layout.Topology;
import dev.backstep.stack.process.Port;
import java.util.Arrays;
import java.util.stream.IntStream;

/** A hundred ports beside those of a stack that may run with the usual ones. */
public final class FreePortBase {
  private static final int FIRST = Topology.DEFAULT_PORT_BASE + Topology.PORTS;

  /** Ephemeral ports of Linux begin at 32768. */
  private static final int END = 32_700;

  private FreePortBase() {}

  /** The first that is free now. */
  public static int find() {
    return IntStream.iterate(FIRST, base -> base < END, base -> base + Topology.PORTS)
        .filter(FreePortBase::isFree)
        .findFirst()
        .orElseThrow(() -> new StackFailure("No hundred free ports from " + FIRST + " on"));
  }

  private static boolean isFree(int base) {
    return Arrays.stream(Part.values())
        .flatMap(part -> Topology.ports(Instance.of(part), base).stream())
        .noneMatch(Port::isTaken);
  }
}
