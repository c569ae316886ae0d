package dev.backstep.bench.cost;

import dev.backstep.stack.LocalStack;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The processes of a stack, and this one, which offers the load and shares the machine. */
public final class Processes {
  /** This process. */
  public static final String GENERATOR = "load generator";

  private final LocalStack stack;

  public Processes(LocalStack stack) {
    this.stack = stack;
  }

  /** The processor time of each, by name, in the order of the topology. */
  public Map<String, Duration> cpu() {
    var cpu = new LinkedHashMap<String, Duration>();
    pids().forEach((name, pid) -> cpu.put(name, CpuClock.of(pid)));
    return cpu;
  }

  /** The process ids, by name; this process last. */
  public Map<String, Long> pids() {
    var pids = new LinkedHashMap<String, Long>();
    stack.pids().forEach((instance, pid) -> pids.put(instance.name(), pid));
    pids.put(GENERATOR, ProcessHandle.current().pid());
    return pids;
  }

  /** What each used between two looks; a process that is new counts in full. */
  public static Map<String, Duration> used(
      Map<String, Duration> before, Map<String, Duration> after) {
    var used = new LinkedHashMap<String, Duration>();
    after.forEach(
        (name, cpu) -> used.put(name, cpu.minus(before.getOrDefault(name, Duration.ZERO))));
    return used;
  }
}
