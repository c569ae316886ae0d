package dev.backstep.bench.cost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The processor time of a process, user and system, its children included: those that live, and
 * those that it has seen end. To a hundredth of a second on Linux.
 */
final class CpuClock {
  private static final Path PROC = Path.of("/proc");

  /** What the kernel counts in, for every program: USER_HZ. */
  private static final Duration TICK = Duration.ofMillis(10);

  // Fields of /proc/PID/stat after the command, which may itself hold blanks and brackets.
  private static final int USER = 11;
  private static final int CHILDREN_SYSTEM = 14;

  private CpuClock() {}

  /** Nothing for a process that is gone. */
  static Duration of(long pid) {
    return ProcessHandle.of(pid)
        .map(root -> Stream.concat(Stream.of(root), root.descendants()))
        .orElseGet(Stream::empty)
        .map(CpuClock::own)
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static Duration own(ProcessHandle process) {
    return fromProc(process.pid())
        .or(() -> process.info().totalCpuDuration())
        .orElse(Duration.ZERO);
  }

  private static Optional<Duration> fromProc(long pid) {
    try {
      return Optional.of(parse(Files.readString(PROC.resolve(pid + "/stat"))));
    } catch (IOException _) {
      // No Linux, or it ended between the look and the read.
      return Optional.empty();
    }
  }

  static Duration parse(String stat) {
    var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    long ticks = 0;
    for (int field = USER; field <= CHILDREN_SYSTEM; field++) {
      ticks += Long.parseLong(fields[field]);
    }
    return TICK.multipliedBy(ticks);
  }
}
