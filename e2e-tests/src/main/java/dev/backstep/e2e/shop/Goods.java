package dev.backstep.e2e.shop;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The shop's own products: enough of each for everybody, and one that is never there. */
public final class Goods {
  private static final int PRODUCTS = 10;
  private static final int MAX_LINES = 3;
  private static final int MAX_UNITS = 2;

  /** What inventory takes in one receipt. */
  private static final int LARGEST_RECEIPT = 1_000_000;

  /** Listing a product reaches order-service through Kafka. */
  private static final Duration LISTED = Duration.ofSeconds(60);

  private static final String SOLD_OUT = "SHOP-SOLD-OUT";

  private final Backend backend;

  Goods(Backend backend) {
    this.backend = backend;
  }

  /** Returns when so many orders can be placed and served. */
  void stock(int orders) throws IOException, InterruptedException {
    for (var sku : Stream.concat(skus(), Stream.of(SOLD_OUT)).toList()) {
      list(sku);
    }
    for (var sku : skus().toList()) {
      topUp(sku, (long) orders * MAX_UNITS);
    }
    for (var sku : Stream.concat(skus(), Stream.of(SOLD_OUT)).toList()) {
      awaitPrice(sku);
    }
  }

  private static Stream<String> skus() {
    return IntStream.rangeClosed(1, PRODUCTS).mapToObj("SHOP-%02d"::formatted);
  }

  private void list(String sku) throws IOException, InterruptedException {
    var body =
        """
        {"name":"Shop article %s","price":{"minorUnits":%d,"currency":"EUR"}}\
        """
            .formatted(sku, 100 + sku.hashCode() % 50);
    expectGood(
        "list " + sku,
        backend
            .inventory()
            .call(
                "/products/" + sku,
                request -> json(request).PUT(BodyPublishers.ofString(body)),
                Patience.of(LISTED)));
  }

  private void topUp(String sku, long units) throws IOException, InterruptedException {
    var product = backend.inventory().call("/products/" + sku, this::operator, Patience.of(LISTED));
    long missing = units - product.body().path("available").asLong();
    while (missing > 0) {
      receive(sku, Math.min(missing, LARGEST_RECEIPT));
      missing -= LARGEST_RECEIPT;
    }
  }

  private void receive(String sku, long units) throws IOException, InterruptedException {
    var key = UUID.randomUUID().toString();
    expectGood(
        "receive " + sku,
        backend
            .inventory()
            .call(
                "/products/" + sku + "/receipts",
                request ->
                    json(request)
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString("{\"quantity\":" + units + "}")),
                Patience.of(LISTED)));
  }

  private void awaitPrice(String sku) throws IOException, InterruptedException {
    var patience = Patience.of(LISTED);
    while (!backend.orders().call("/catalogue/" + sku, this::operator, patience).isGood()) {
      if (patience.isOver()) {
        throw new IOException("order-service does not learn the price of " + sku);
      }
      Thread.sleep(Duration.ofMillis(50));
    }
  }

  private HttpRequest.Builder json(HttpRequest.Builder request) {
    return operator(request).header("Content-Type", "application/json");
  }

  private HttpRequest.Builder operator(HttpRequest.Builder request) {
    return request.header("Authorization", "Bearer " + backend.operatorToken());
  }

  private static void expectGood(String what, Answer answer) throws IOException {
    if (!answer.isGood()) {
      throw new IOException("cannot " + what + ": " + answer.problem());
    }
  }

  /** The body of an order of that kind. */
  public static String order(Kind kind, RandomGenerator random) {
    return """
    {"items":[%s],"paymentToken":"%s","shippingAddress":{"name":"A. Shopper","street":"Main Street 1",\
    "city":"Berlin","postalCode":"10115","country":"%s"}}\
    """
        .formatted(String.join(",", items(kind, random)), kind.paymentToken(), kind.country());
  }

  private static List<String> items(Kind kind, RandomGenerator random) {
    int first = random.nextInt(PRODUCTS);
    int lines = 1 + random.nextInt(MAX_LINES);
    var bought =
        IntStream.range(0, lines)
            .mapToObj(line -> "SHOP-%02d".formatted(1 + (first + line) % PRODUCTS));
    var skus = kind == Kind.OUT_OF_STOCK ? Stream.concat(bought, Stream.of(SOLD_OUT)) : bought;
    return skus.map(
            sku -> "{\"sku\":\"%s\",\"quantity\":%d}".formatted(sku, 1 + random.nextInt(MAX_UNITS)))
        .toList();
  }
}
