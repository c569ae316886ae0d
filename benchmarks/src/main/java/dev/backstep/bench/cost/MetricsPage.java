package dev.backstep.bench.cost;

import dev.backstep.stack.layout.StackFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** What a service counts, as it tells it to Prometheus. */
public final class MetricsPage {
  private MetricsPage() {}

  /** All of it, in Prometheus' text format, of the service at that URL. */
  public static String of(String service) {
    try (var body = URI.create(service + "/q/metrics").toURL().openStream()) {
      return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new StackFailure("no metrics: " + e.getMessage(), e);
    }
  }
}
