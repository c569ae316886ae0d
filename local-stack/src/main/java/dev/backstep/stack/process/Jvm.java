package dev.backstep.stack.process;

import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.layout.Purpose;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The flags of every JVM of the stack, in one place. */
public final class Jvm {
  private Jvm() {}

  /** The start of a command line: this JVM's own java and the flags for that part. */
  public static List<String> command(Part part, Layout layout) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // A dozen JVMs share a laptop: small heaps, no threads for collecting garbage, small headers.
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-Xss512k"));
    command.addAll(sizes(part));
    if (layout.settings().purpose() == Purpose.USE) {
      command.addAll(archive(layout.directory().classArchive(part)));
    }
    return command;
  }

  private static List<String> sizes(Part part) {
    return switch (part) {
      case KAFKA -> List.of("-Xms64m", "-Xmx320m");
      // Little work, and none of it long: the second compiler would never pay.
      case GATEWAY, TOKENS -> List.of("-Xmx96m", "-XX:TieredStopAtLevel=1");
      case ORDER_SERVICE, INVENTORY_SERVICE, PAYMENT_SERVICE, SAGA_ORCHESTRATOR ->
          List.of("-Xmx256m");
      case POSTGRES, REDIS -> throw new IllegalArgumentException(part.label() + " needs no JVM");
    };
  }

  // The archive is made when the process stops and halves its next start; one that no longer fits
  // is replaced silently.
  private static List<String> archive(Path file) {
    return List.of(
        "-XX:+AutoCreateSharedArchive",
        "-XX:SharedArchiveFile=" + file,
        "-Xlog:cds=off",
        "-Xlog:aot=off");
  }
}
