package dev.backstep.bench.stack;

import dev.backstep.bench.load.Shelf;
import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.layout.StackFailure;
import dev.backstep.stack.process.Patience;
import dev.backstep.stack.token.Role;
import dev.backstep.stack.token.TokenMint;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Puts products on sale as an operator does. */
public final class Shopkeeper {
  /** Enough to keep the service busy, and few enough for its pool of connections. */
  private static final int AT_A_TIME = 8;

  private static final Duration ANSWER = Duration.ofSeconds(30);

  /** Prices travel to order-service through Kafka. */
  private static final Duration PRICED = Duration.ofSeconds(60);

  private final Layout layout;
  private final String bearer;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** The shopkeeper of a running stack. */
  public Shopkeeper(Layout layout) {
    this.layout = layout;
    this.bearer = "Bearer " + TokenMint.of(layout).token(Role.OPERATOR, "bench");
  }

  /**
   * So many products with so many units each; returns when all can be bought. Those that are there
   * already stay as they are.
   */
  public Shelf stock(String prefix, int products, int unitsEach) throws InterruptedException {
    var skus = IntStream.range(0, products).mapToObj(each -> prefix + "-" + each).toList();
    try (var workers = Executors.newFixedThreadPool(AT_A_TIME)) {
      await(skus.stream().map(sku -> submit(workers, () -> list(sku, unitsEach))).toList());
      await(skus.stream().map(sku -> submit(workers, () -> awaitPrice(sku))).toList());
    }
    return new Shelf(skus);
  }

  private interface Work {
    void run() throws IOException, InterruptedException;
  }

  private static Future<Boolean> submit(ExecutorService workers, Work work) {
    return workers.submit(() -> {
      work.run();
      return true;
    });
  }

  private static void await(List<Future<Boolean>> all) throws InterruptedException {
    try {
      for (var each : all) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw new StackFailure("the shelves could not be filled: " + e.getCause(), e);
    }
  }

  private void list(String sku, int units) throws IOException, InterruptedException {
    var product =
        "{\"name\":\"Article %s\",\"price\":{\"minorUnits\":1999,\"currency\":\"EUR\"}}"
            .formatted(sku);
    expectGood(send(inventory("/products/" + sku).PUT(json(product))));
    expectGood(
        send(
            inventory("/products/" + sku + "/receipts")
                .header("Idempotency-Key", "bench-" + units)
                .POST(json("{\"quantity\":%d}".formatted(units)))));
  }

  private void awaitPrice(String sku) {
    if (!Patience.until(PRICED, () -> isPriced(sku))) {
      throw new StackFailure("order-service does not learn the price of " + sku);
    }
  }

  private boolean isPriced(String sku) {
    try {
      var url = URI.create(layout.url(Part.ORDER_SERVICE) + "/catalogue/" + sku);
      return send(HttpRequest.newBuilder(url)).statusCode() == 200;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private HttpRequest.Builder inventory(String path) {
    return HttpRequest.newBuilder(URI.create(layout.url(Part.INVENTORY_SERVICE) + path));
  }

  private static BodyPublisher json(String body) {
    return BodyPublishers.ofString(body);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    request
        .timeout(ANSWER)
        .header("Authorization", bearer)
        .header("Content-Type", "application/json");
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private static void expectGood(HttpResponse<String> answer) throws IOException {
    if (answer.statusCode() / 100 != 2) {
      throw new IOException(
          "%s answered %d: %s"
              .formatted(answer.uri().getPath(), answer.statusCode(), answer.body()));
    }
  }
}
