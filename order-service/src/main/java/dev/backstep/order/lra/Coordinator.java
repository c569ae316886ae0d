package dev.backstep.order.lra;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * The one coordinator that is trusted, over pooled connections: Narayana's own client leaves
 * sockets open for each LRA.
 */
@Singleton
class Coordinator {
  private static final Duration CONNECT = Duration.ofSeconds(1);

  /** No query: an LRA inside of another could be undone after it was closed. */
  private static final Pattern ID = Pattern.compile("/[A-Za-z0-9_-]{1,100}");

  private static final String NO_LIMIT = "?TimeLimit=0";

  private final Optional<String> root;
  private final Duration patience;
  private final Optional<HttpClient> http;

  Coordinator(LraConfig config) {
    var complete = config.callbacks().isPresent() && config.key().isPresent();
    this.root =
        config.coordinator().filter(_ -> complete).map(uri -> uri.toString().replaceAll("/+$", ""));
    this.patience = config.patience();
    this.http = root.map(_ -> client());
  }

  /** It reads all certificates that are trusted: nothing that plain orders should wait for. */
  private static HttpClient client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(CONNECT)
        .executor(Executors.newVirtualThreadPerTaskExecutor())
        .build();
  }

  void onStop(@Observes ShutdownEvent event) {
    http.ifPresent(HttpClient::shutdownNow);
  }

  boolean isOffered() {
    return root.isPresent();
  }

  /** Whether that is the id of an LRA of this coordinator, to the letter. */
  boolean isIdOfItsOwn(String lra) {
    return root.filter(lra::startsWith)
        .filter(it -> ID.matcher(lra.substring(it.length())).matches())
        .isPresent();
  }

  /** One call. */
  Joining join(Joined joined, String links, String token) {
    try {
      var request =
          HttpRequest.newBuilder(URI.create(joined.lra() + NO_LIMIT))
              .timeout(patience)
              .header("Link", links)
              .header("Authorization", "Bearer " + token)
              .header("Accept", "text/plain")
              .PUT(BodyPublishers.noBody())
              .build();
      var answer = http.orElseThrow().send(request, BodyHandlers.discarding());
      return meaning(answer.statusCode(), joined);
    } catch (HttpTimeoutException _) {
      return new Joining.Away("it did not answer in time");
    } catch (IOException _) {
      return new Joining.Away("it cannot be reached");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Joining.Away("this process is stopping");
    }
  }

  private static Joining meaning(int status, Joined joined) {
    return switch (status) {
      case 200 -> new Joining.Done(joined);
      case 401, 403, 404 -> new Joining.Unknown();
      case 410, 412 -> new Joining.TooLate();
      default -> new Joining.Away("it answered " + status);
    };
  }
}
