package dev.backstep.e2e.reads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.backstep.stack.layout.Databases;
import dev.backstep.stack.layout.Instance;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.token.Role;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two processes share a cache, and no late one spoils it for the other. */
class CacheOfTwoInstancesTest {
  private static final Instance SECOND = new Instance(Part.INVENTORY_SERVICE, 2);
  private static final Duration HELD = Duration.ofMillis(200);
  private static final int RUSH = 5_000;

  /** How many seconds a refresher has. */
  private static final double LEASE = 10;

  private static final String DATABASE = Databases.of(Part.INVENTORY_SERVICE);
  private static final String BEARER = Shop.bearer(Role.CUSTOMER, "looker");
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @BeforeAll
  static void startASecondInstance() {
    Shop.STACK.processes().start(SECOND);
  }

  @AfterAll
  static void stopTheSecondInstance() {
    Shop.STACK.processes().stop(SECOND);
  }

  private static List<String> instances() {
    return Stream.of(Instance.of(Part.INVENTORY_SERVICE), SECOND).map(Shop.layout()::url).toList();
  }

  private static CompletableFuture<HttpResponse<String>> look(String base, String sku) {
    var request =
        HttpRequest.newBuilder(URI.create(base + "/products/" + sku))
            .timeout(Shop.SOON)
            .header("Authorization", BEARER);
    return HTTP.sendAsync(request.build(), BodyHandlers.ofString());
  }

  /** Who is told that a process is behind with everything comes again when he was told to. */
  private static CompletableFuture<HttpResponse<String>> lookTillServed(String base, String sku) {
    return look(base, sku)
        .thenCompose(answer ->
            answer.statusCode() == 503
                ? CompletableFuture.supplyAsync(() -> sku, after(answer))
                    .thenCompose(_ -> lookTillServed(base, sku))
                : CompletableFuture.completedFuture(answer));
  }

  private static Executor after(HttpResponse<String> refusal) {
    long seconds = refusal.headers().firstValueAsLong("Retry-After").orElseThrow();
    return CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS);
  }

  private static String name(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Shop.json(answer).get("name").asText();
  }

  /** A product that both instances show from the cache. */
  private static String cached() {
    var sku = Shop.product(10);
    for (var base : instances()) {
      await().atMost(Shop.SOON).until(() -> Shop.json(look(base, sku).join()).has("asOf"));
    }
    return sku;
  }

  @Test
  void aProcessThatSleptThroughItsLeaseWritesNothing() throws Exception {
    var sku = cached();
    var first = instances().getFirst();
    var second = instances().getLast();
    double fenced = fenced(first);
    await()
        .atMost(Shop.SOON)
        .until(() -> name(look(first, sku).join()).equals("Reader") && Redis.expire(sku));
    untilNothingIsHeld();
    var sleeper = heldUpInTheDatabase(first, sku);
    try {
      rename(sku, "Renamed");
      Redis.endLease(sku);
      await()
          .alias("the other refreshes when the lease is over")
          .atMost(Shop.SOON)
          .until(() -> name(look(second, sku).join()).equals("Renamed"));
    } finally {
      Shop.STACK.resume(Part.INVENTORY_SERVICE);
    }
    assertThat(name(sleeper.join())).as("it had read").isEqualTo("Reader");
    assertThat(fenced(first)).isEqualTo(fenced + 1);
    untilNothingIsHeld();
    for (var base : instances()) {
      assertThat(name(look(base, sku).join())).isEqualTo("Renamed");
    }
  }

  private static void untilNothingIsHeld() {
    await().alias("longer than an answer is held").pollDelay(HELD).until(() -> true);
  }

  @Test
  void fiveThousandReadersOfAnExpiredProductCostOneRefresh() throws Exception {
    var sku = cached();
    try (var asked = StatementLog.about(sku, () -> lookAsOperator(sku))) {
      await()
          .atMost(Shop.SOON)
          .until(() -> {
            instances().forEach(base -> look(base, sku).join());
            return Redis.expire(sku);
          });
      untilNothingIsHeld();
      long before = asked.count();
      double refreshes = cache("refresh");
      double without = cache("without-redis");
      long begin = System.nanoTime();
      var readers =
          IntStream.range(0, RUSH)
              .mapToObj(i -> lookTillServed(instances().get(i % instances().size()), sku))
              .toList();
      assertThat(readers).allSatisfy(reader -> assertThat(name(reader.join())).isEqualTo("Reader"));
      double seconds = Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1_000.0;
      refreshes = cache("refresh") - refreshes;
      without = cache("without-redis") - without;
      assertThat(refreshes).as("one for each lease").isLessThanOrEqualTo(1 + seconds / LEASE);
      assertThat((double) (asked.count() - before))
          .as("nobody else asked")
          .isEqualTo(refreshes + without);
      // Where Redis itself gets no room: one a second for each process, never one for each reader.
      assertThat(without).isLessThanOrEqualTo(instances().size() * (seconds + 1));
    }
  }

  private static double cache(String event) {
    return Metrics.sum(instances(), "backstep_cache_total", "event=\"" + event + "\"");
  }

  /** Operators see what is in the database now. */
  private static void lookAsOperator(String sku) {
    var path = instances().getFirst() + "/products/" + sku;
    Shop.get(path, Shop.bearer(Role.OPERATOR, "looker"), null);
  }

  private static double fenced(String base) {
    return Metrics.sum(List.of(base), "backstep_cache_total", "event=\"fenced\"");
  }

  /** Stops the first process after the database has answered it, and before it has heard that. */
  private static CompletableFuture<HttpResponse<String>> heldUpInTheDatabase(
      String base, String sku) throws SQLException {
    try (var database = Shop.STACK.superuser(DATABASE);
        var statement = database.createStatement()) {
      database.setAutoCommit(false);
      statement.execute("LOCK TABLE product IN ACCESS EXCLUSIVE MODE");
      var reader = look(base, sku);
      awaitCount(
          1,
          """
          SELECT least(1, count(*)) FROM pg_locks WHERE NOT granted AND relation = 'product'::regclass
          """);
      Shop.STACK.pause(Part.INVENTORY_SERVICE);
      database.rollback();
      awaitCount(
          0,
          """
          SELECT count(*) FROM pg_stat_activity
           WHERE datname = current_database() AND state = 'active' AND pid <> pg_backend_pid()
          """);
      return reader;
    }
  }

  private static void awaitCount(int expected, String sql) {
    await()
        .atMost(Shop.SOON)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> {
          try (var database = Shop.STACK.superuser(DATABASE)) {
            return count(database, sql) == expected;
          }
        });
  }

  private static int count(Connection database, String sql) throws SQLException {
    try (var select = database.createStatement();
        var row = select.executeQuery(sql)) {
      row.next();
      return row.getInt(1);
    }
  }

  /** Behind the back of the service, so that no event invalidates anything. */
  private static void rename(String sku, String name) throws SQLException {
    try (var database = Shop.STACK.superuser(DATABASE);
        var update = database.prepareStatement("UPDATE product SET name = ? WHERE sku = ?")) {
      update.setString(1, name);
      update.setString(2, sku);
      update.executeUpdate();
    }
  }
}
