package dev.backstep.stack.testing;

import dev.backstep.stack.layout.Instance;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.layout.StackFailure;
import dev.backstep.stack.layout.TextFile;
import dev.backstep.stack.layout.Topology;
import dev.backstep.stack.process.Port;
import dev.backstep.stack.process.UserCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A port base for a test stack. It stays claimed until this JVM ends, so that test runs side by
 * side never get the same; all are below the default base, so that they never take the ports of a
 * stack that is down for a moment.
 */
final class FreePorts {
  private static final int LOWEST = 20_000;

  private FreePorts() {}

  static int claimBase() {
    List<Integer> bases =
        IntStream.iterate(
                LOWEST, base -> base < Topology.DEFAULT_PORT_BASE, base -> base + Topology.PORTS)
            .boxed()
            .collect(Collectors.toList());
    Collections.shuffle(bases);
    return bases.stream()
        .filter(base -> isFree(base) && claim(base))
        .findFirst()
        .orElseThrow(() -> new StackFailure("No hundred free ports from " + LOWEST + " on"));
  }

  private static boolean isFree(int base) {
    return Arrays.stream(Part.values())
        .flatMap(part -> Topology.ports(Instance.of(part), base).stream())
        .noneMatch(Port::isTaken);
  }

  @SuppressWarnings(
      "resource") // Held open on purpose: the system releases the lock when this JVM ends.
  private static boolean claim(int base) {
    Path claims = TextFile.directory(UserCache.directory().resolve("test-ports"));
    try {
      var channel =
          FileChannel.open(
              claims.resolve(String.valueOf(base)),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      if (channel.tryLock() != null) {
        return true;
      }
      channel.close();
      return false;
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
