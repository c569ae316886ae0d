package dev.backstep.saga.books;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a process for its metrics. */
@Singleton
class MetricsClient {
  /** Whoever needs longer is as good as silent. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final String PATH = "/q/metrics";
  private static final int OK = 200;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  /** What it says; an exception when it says nothing that can be read. */
  Metrics ask(String base) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(base.replaceAll("/+$", "") + PATH))
            .timeout(PATIENCE)
            .header("Accept", "text/plain; version=0.0.4")
            .build();
    var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != OK) {
      throw new IOException("status " + answer.statusCode());
    }
    return Metrics.parse(answer.body());
  }
}
