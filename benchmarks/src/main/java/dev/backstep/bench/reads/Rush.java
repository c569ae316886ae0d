package dev.backstep.bench.reads;

import dev.backstep.bench.cost.MetricsPage;
import dev.backstep.bench.report.Figure;
import dev.backstep.bench.report.Row;
import dev.backstep.bench.stack.BenchStack;
import dev.backstep.bench.stack.Shopkeeper;
import dev.backstep.stack.layout.Instance;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.token.Role;
import dev.backstep.stack.token.TokenMint;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Thousands who look at one product at once, over two processes, when its cached details have just
 * expired: what a cache without guards turns into thousands of reads of the database.
 */
final class Rush {
  static final List<String> COLUMNS =
      List.of("readers", "database reads", "without Redis", "failed", "took ms");

  private static final String REFRESHES = "backstep_cache_total{event=\"refresh\"";
  private static final String WITHOUT_REDIS = "backstep_cache_total{event=\"without-redis\"";
  private static final int READERS = 5_000;

  /** Details are fresh for 30 s. */
  private static final Duration EXPIRED = Duration.ofSeconds(31);

  private static final Duration ANSWER = Duration.ofSeconds(60);
  private static final double NANOS_PER_MILLI = 1e6;
  private static final Instance SECOND = new Instance(Part.INVENTORY_SERVICE, 2);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final BenchStack stack;
  private final String bearer;
  private final List<String> urls;

  Rush(BenchStack stack) {
    this.stack = stack;
    this.bearer = "Bearer " + TokenMint.of(stack.layout()).token(Role.CUSTOMER, "rush");
    this.urls =
        Stream.of(Instance.of(Part.INVENTORY_SERVICE), SECOND).map(stack.layout()::url).toList();
  }

  /** Two rushes, the first of which finds cold processes. */
  List<Row> play() throws InterruptedException {
    stack.processes().start(SECOND);
    new Shopkeeper(stack.layout()).stock("RUSH", 1, 1);
    return List.of(play("cold processes"), play("warm processes"));
  }

  private Row play(String name) throws InterruptedException {
    urls.forEach(url -> look(url).join());
    Thread.sleep(EXPIRED);
    double refreshes = count(REFRESHES);
    double without = count(WITHOUT_REDIS);
    long begin = System.nanoTime();
    var readers =
        IntStream.range(0, READERS).mapToObj(i -> look(urls.get(i % urls.size()))).toList();
    long failed = readers.stream().filter(reader -> reader.join() != 200).count();
    long took = System.nanoTime() - begin;
    without = count(WITHOUT_REDIS) - without;
    return Row.of(
        name,
        Figure.count(READERS),
        Figure.count(count(REFRESHES) - refreshes + without),
        Figure.count(without),
        Figure.count(failed),
        Figure.count(took / NANOS_PER_MILLI));
  }

  private CompletableFuture<Integer> look(String url) {
    var request =
        HttpRequest.newBuilder(URI.create(url + "/products/RUSH-0"))
            .timeout(ANSWER)
            .header("Authorization", bearer)
            .build();
    return http.sendAsync(request, BodyHandlers.ofString())
        .thenApply(HttpResponse::statusCode)
        .exceptionally(_ -> 0);
  }

  private double count(String series) {
    return urls.stream().mapToDouble(url -> count(url, series)).sum();
  }

  private static double count(String url, String series) {
    return MetricsPage.of(url)
        .lines()
        .filter(line -> line.startsWith(series))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
