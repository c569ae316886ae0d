package dev.backstep.bench.run;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a run was measured on. */
final class About {
  private About() {}

  static Map<String, String> thisRun() {
    var about = new LinkedHashMap<String, String>();
    about.put("measured", Instant.now().toString());
    about.put(
        "machine",
        "%d processors, %s %s"
            .formatted(
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch")));
    about.put("java", Runtime.version().toString());
    return about;
  }
}
