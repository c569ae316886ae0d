package dev.backstep.e2e.shop;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Calls one service and does not give up easily: a lost answer is asked for again, at the next
 * instance. So every request must be safe to repeat.
 */
final class Caller {
  /** Longer than the longest held answer. */
  private static final Duration ANSWER = Duration.ofSeconds(45);

  private static final Duration CONNECT = Duration.ofSeconds(5);

  /** Gives a restarting instance room; short beside its start. */
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();
  private final Supplier<List<String>> instances;
  private final AtomicInteger turn = new AtomicInteger();

  /**
   * Spreads calls over these base URLs.
   *
   * @param instances asked before each attempt: instances come and go
   */
  Caller(Supplier<List<String>> instances) {
    this.instances = instances;
  }

  /** The first answer that is worth having; the last one, or the failure, when time is up. */
  Answer call(String path, Consumer<HttpRequest.Builder> request, Patience patience)
      throws IOException, InterruptedException {
    while (true) {
      try {
        var answer = once(path, request);
        if (!answer.isPassing() || patience.isOver()) {
          return answer;
        }
      } catch (IOException e) {
        if (patience.isOver()) {
          throw e;
        }
      }
      Thread.sleep(PAUSE);
    }
  }

  private Answer once(String path, Consumer<HttpRequest.Builder> request)
      throws IOException, InterruptedException {
    var all = instances.get();
    var base = all.get(Math.floorMod(turn.getAndIncrement(), all.size()));
    var builder = HttpRequest.newBuilder(URI.create(base + path)).timeout(ANSWER);
    request.accept(builder);
    return Answer.of(client.send(builder.build(), HttpResponse.BodyHandlers.ofString()));
  }
}
