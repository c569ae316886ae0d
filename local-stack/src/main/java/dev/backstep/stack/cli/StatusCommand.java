package dev.backstep.stack.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.backstep.stack.ProcessStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Every process, and how it is doing. Exit code 1 when one is not ready. */
@Command(
    name = "status",
    description = "Every process, and how it is doing. Exit code 1 when one is not ready.")
final class StatusCommand implements Callable<Integer> {
  @Mixin StackOptions options = new StackOptions();

  @Option(names = "--json", description = "for programs")
  boolean json;

  @Override
  public Integer call() throws JsonProcessingException {
    var out = options.out();
    var all = options.existing().status();
    if (json) {
      out.println(
          JsonMapper.builder()
              .build()
              .writerWithDefaultPrettyPrinter()
              .writeValueAsString(rows(all)));
    } else {
      out.printf("%-22s %8s %6s %-10s %s%n", "NAME", "PID", "PORT", "HEALTH", "URL");
      all.forEach(each -> out.println(line(each)));
    }
    return all.stream().allMatch(each -> each.health() == ProcessStatus.Health.READY) ? 0 : 1;
  }

  private static List<Map<String, @Nullable Object>> rows(List<ProcessStatus> all) {
    return all.stream().map(StatusCommand::row).toList();
  }

  private static Map<String, @Nullable Object> row(ProcessStatus status) {
    var row = new LinkedHashMap<String, @Nullable Object>();
    row.put("name", status.instance().name());
    row.put("pid", status.pid().isPresent() ? status.pid().getAsLong() : null);
    row.put("port", status.port());
    row.put("url", status.url());
    row.put("health", health(status));
    return row;
  }

  private static String line(ProcessStatus status) {
    var pid = status.pid().isPresent() ? Long.toString(status.pid().getAsLong()) : "-";
    return "%-22s %8s %6d %-10s %s"
        .formatted(status.instance().name(), pid, status.port(), health(status), status.url());
  }

  private static String health(ProcessStatus status) {
    return status.health().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
