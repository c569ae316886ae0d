package dev.backstep.bench.cost;

import dev.backstep.stack.layout.Instance;
import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.process.Command;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The collectors' logs of a stack's JVMs, switched on while they run: a few bytes per pause. */
final class GcLogs {
  private final Map<String, Path> logs = new LinkedHashMap<>();

  private GcLogs() {}

  static GcLogs switchOn(Layout layout, Map<Instance, Long> pids) {
    var all = new GcLogs();
    pids.forEach((instance, pid) -> {
      if (isJvm(instance)) {
        var file = layout.directory().log(instance.name() + "-gc");
        all.switchOn(instance.name(), pid, file);
      }
    });
    return all;
  }

  private static boolean isJvm(Instance instance) {
    return switch (instance.part()) {
      case POSTGRES, POSTGRES_REPLICA, REDIS -> false;
      case KAFKA,
          GATEWAY,
          TOKENS,
          ORDER_SERVICE,
          INVENTORY_SERVICE,
          PAYMENT_SERVICE,
          SAGA_ORCHESTRATOR,
          LRA_COORDINATOR ->
          true;
    };
  }

  private void switchOn(String name, long pid, Path file) {
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Command.run(
            List.of(
                jcmd,
                String.valueOf(pid),
                "VM.log",
                "output=" + file,
                "what=gc=info,gc+phases=info",
                "decorators=none"))
        .orFail("jcmd for " + name);
    logs.put(name, file);
  }

  /** How far each log has come. */
  Map<String, Long> marks() {
    var marks = new LinkedHashMap<String, Long>();
    logs.forEach((name, file) -> marks.put(name, length(file)));
    return marks;
  }

  /** What happened in each process since then. */
  Map<String, Pauses> since(Map<String, Long> marks) {
    var pauses = new LinkedHashMap<String, Pauses>();
    logs.forEach(
        (name, file) -> pauses.put(name, Pauses.in(text(file, marks.getOrDefault(name, 0L)))));
    return pauses;
  }

  private static long length(Path file) {
    try {
      return Files.exists(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file, long from) {
    if (length(file) <= from) {
      return "";
    }
    try (var log = new RandomAccessFile(file.toFile(), "r")) {
      log.seek(from);
      var bytes = new byte[Math.toIntExact(log.length() - from)];
      log.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
