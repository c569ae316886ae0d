package dev.backstep.bench.cost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a process keeps in memory, its children included. Known on Linux only, else zero.
 *
 * @param resident bytes; what processes share counts for each of them
 * @param proportional bytes; what processes share is divided among them, so sums are right
 */
public record Memory(long resident, long proportional) {
  private static final long KILO = 1024;

  /** Of each of these processes. */
  public static Map<String, Memory> of(Map<String, Long> pids) {
    var memory = new LinkedHashMap<String, Memory>();
    pids.forEach((name, pid) -> memory.put(name, of(pid)));
    return memory;
  }

  private static Memory of(long pid) {
    return ProcessHandle.of(pid)
        .map(root -> Stream.concat(Stream.of(root), root.descendants()))
        .orElseGet(Stream::empty)
        .map(process -> own(process.pid()))
        .reduce(new Memory(0, 0), Memory::plus);
  }

  private static Memory own(long pid) {
    try {
      return parse(Files.readString(Path.of("/proc/" + pid + "/smaps_rollup")));
    } catch (IOException _) {
      // No Linux, or it ended between the look and the read.
      return new Memory(0, 0);
    }
  }

  static Memory parse(String rollup) {
    return new Memory(bytes(rollup, "Rss:"), bytes(rollup, "Pss:"));
  }

  private static long bytes(String rollup, String field) {
    return rollup
        .lines()
        .filter(line -> line.startsWith(field))
        .map(line -> line.replaceAll("\\D", ""))
        .mapToLong(kilobytes -> Long.parseLong(kilobytes) * KILO)
        .sum();
  }

  /** Both together. */
  public Memory plus(Memory other) {
    return new Memory(resident + other.resident, proportional + other.proportional);
  }
}
