package dev.backstep.e2e.torture;

import dev.backstep.e2e.audit.History.Answer;
import dev.backstep.stack.LocalStack;
import dev.backstep.stack.layout.Instance;
import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.token.Role;
import dev.backstep.stack.token.TokenMint;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * Where orders are placed, and where it is noted how requests are treated: each is answered, or
 * fails, within seconds and says clearly why.
 */
final class Counter implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final String CONSISTENCY = "Consistency-Token";
  private static final Duration HUNG = Duration.ofSeconds(20);

  /** What is promised; who takes longer is asked why, whether or not that is a complaint. */
  private static final Duration PROMISED = Duration.ofSeconds(5);

  private static final Pattern ORDER_ID =
      Pattern.compile("\"orderId\"\\s*:\\s*\"([0-9a-f-]{36})\"");

  private final Layout layout;
  private final Duration patience;
  private final Stall stall;
  private final TokenMint mint;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();
  private final ConcurrentHashMap<String, String> tokens = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<UUID, String> consistency = new ConcurrentHashMap<>();
  private final AtomicInteger turn = new AtomicInteger();
  private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
  private volatile Set<Instance> silent = Set.of();
  private volatile boolean answersExpected;
  private volatile boolean memoryExpected = true;

  /**
   * Of that stack.
   *
   * @param patience an answer that takes longer is something to complain about
   */
  Counter(LocalStack stack, Duration patience) {
    this.layout = stack.layout();
    this.patience = patience;
    this.stall = new Stall(stack);
    this.mint = TokenMint.of(layout);
  }

  /** As a load balancer does with instances that fail its probes. */
  void avoid(Set<Instance> instances) {
    silent = instances;
  }

  /** Whether a request that reaches a process and is cut off is something to complain about. */
  void expectAnswers(boolean expected) {
    answersExpected = expected;
  }

  /** Whether customers find their orders on devices that have no token. */
  void expectMemory(boolean expected) {
    memoryExpected = expected;
  }

  /** One request; {@link Answer.Unknown} if it has to be repeated, not before he was told to. */
  Told ask(String customer, String key, String body) {
    var instance = next();
    long start = System.nanoTime();
    var suspicion = stall.suspect(instance, PROMISED);
    var told = ask(instance, customer, key, body);
    suspicion.cancel(false);
    var took = Duration.ofNanos(System.nanoTime() - start);
    if (took.compareTo(patience) > 0) {
      complain(instance, "an answer took %.1f s".formatted(took.toMillis() / 1e3));
    }
    return told;
  }

  /**
   * Whoever was promised an order sees it, whichever process he asks, on any device unless that
   * cannot be expected now: a read that is answered and does not know the order is something to
   * complain about.
   */
  void look(String customer, UUID order) {
    var instance = next();
    var token = Optional.ofNullable(consistency.remove(order)).filter(_ -> !memoryExpected);
    try {
      var response = client.send(read(instance, customer, order, token), BodyHandlers.ofString());
      if (response.statusCode() != 200 && response.statusCode() < 500) {
        complain(instance, "an order that was promised was answered " + response.statusCode());
      }
    } catch (IOException _) {
      // nobody there, or cut off: nothing was answered, so nothing was wrong
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpRequest read(Instance instance, String customer, UUID order, Optional<String> token) {
    var request =
        HttpRequest.newBuilder(URI.create(layout.url(instance) + "/orders/" + order))
            .timeout(HUNG)
            .header("Authorization", authorization(customer));
    token.ifPresent(it -> request.header(CONSISTENCY, it));
    return request.GET().build();
  }

  private String authorization(String customer) {
    return "Bearer " + tokens.computeIfAbsent(customer, name -> mint.token(Role.CUSTOMER, name));
  }

  private Instance next() {
    var all =
        Site.instances(Part.ORDER_SERVICE).stream().filter(each -> !silent.contains(each)).toList();
    return all.get(Math.floorMod(turn.getAndIncrement(), all.size()));
  }

  private Told ask(Instance instance, String customer, String key, String body) {
    try {
      var response = client.send(request(instance, customer, key, body), BodyHandlers.ofString());
      return new Told(read(instance, response), retryAfter(response));
    } catch (ConnectException _) {
      return Told.NOTHING; // nobody there: the next one is asked
    } catch (IOException e) {
      if (answersExpected) {
        complain(instance, "cut a request off: " + e);
      }
      return Told.NOTHING; // reset or hung: the time that it took tells
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Told.NOTHING;
    }
  }

  private static Duration retryAfter(HttpResponse<String> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
        .orElse(Duration.ZERO);
  }

  private HttpRequest request(Instance instance, String customer, String key, String body) {
    return HttpRequest.newBuilder(URI.create(layout.url(instance) + "/orders"))
        .timeout(HUNG)
        .header("Authorization", authorization(customer))
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", key)
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private Answer read(Instance instance, HttpResponse<String> response) {
    int status = response.statusCode();
    if (status == 200 || status == 202) {
      return promised(response);
    }
    if (status == 503 && isLeaving(response)) {
      return new Answer.Unknown();
    }
    var type = response.headers().firstValue("Content-Type").orElse("nothing");
    if (!type.startsWith("application/problem+json")) {
      complain(instance, "answered %d with %s".formatted(status, type));
    }
    return status < 500 && status != 409 && status != 429
        ? new Answer.Refused()
        : new Answer.Unknown();
  }

  /** A process that stops sends newcomers on their old connections away. */
  private static boolean isLeaving(HttpResponse<String> response) {
    return response
        .headers()
        .firstValue("Connection")
        .filter("close"::equalsIgnoreCase)
        .isPresent();
  }

  private Answer promised(HttpResponse<String> response) {
    var matcher = ORDER_ID.matcher(response.body());
    if (!matcher.find()) {
      return new Answer.Unknown();
    }
    var order = UUID.fromString(matcher.group(1));
    response.headers().firstValue(CONSISTENCY).ifPresent(token -> consistency.put(order, token));
    return new Answer.Promised(order);
  }

  /** What slow processes were doing, since the last time. */
  List<String> stalls() {
    return stall.notes();
  }

  private void complain(Instance instance, String what) {
    if (!silent.contains(instance)) {
      complaints.add(instance.name() + ": " + what);
    }
  }

  /** What was noted since the last time. */
  List<String> complaints() {
    var all = new ArrayList<String>();
    for (var each = complaints.poll(); each != null; each = complaints.poll()) {
      all.add(each);
    }
    return all;
  }

  /**
   * What somebody who asked knows now.
   *
   * @param away so long he is to stay away before he asks again
   */
  record Told(Answer answer, Duration away) {
    /** Nobody was there, or cut him off. */
    private static final Told NOTHING = new Told(new Answer.Unknown(), Duration.ZERO);
  }

  @Override
  public void close() {
    stall.close();
    client.close();
  }
}
