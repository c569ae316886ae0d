package dev.backstep.bench.reads;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Orders on one device, and looks at his latest orders on two, each at another instance than the
 * last.
 */
final class Customer {
  static final String TOKEN = "Consistency-Token";

  private static final Duration ANSWER = Duration.ofSeconds(30);

  /**
   * Until he comes back: the saga is over, and after that the window of the strategy time-window,
   * which is 2 s; shorter than the lag.
   */
  static final Duration REST = Duration.ofMillis(3_500);

  /** Old enough that a window is over, young enough that a replica may be behind. */
  private static final int LATEST = 12;

  private static final int READS_PER_ORDER = 8;
  private static final Pattern VERSION = Pattern.compile("\"version\":(\\d+)");
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final List<String> instances;
  private final String bearer;
  private final String sku;
  private final Sightings sightings;
  private final Random random;
  private final List<String> orders = new ArrayList<>();
  private final Map<String, Long> versions = new HashMap<>();
  private final @Nullable String[] tokens = new @Nullable String[2];

  Customer(List<String> instances, String bearer, String sku, Sightings sightings, Random random) {
    this.instances = instances;
    this.bearer = bearer;
    this.sku = sku;
    this.sightings = sightings;
    this.random = random;
  }

  void shop(Habit habit, BooleanSupplier enough) throws IOException, InterruptedException {
    for (int turn = 0; !enough.getAsBoolean(); turn++) {
      int device = turn % 2;
      order(device);
      if (habit == Habit.COME_BACK) {
        look(device, orders.getLast());
        Thread.sleep(REST);
        tokens[1 - device] = null; // the other device signs in anew
        device = 1 - device;
      }
      for (int i = 0; i < READS_PER_ORDER && !enough.getAsBoolean(); i++) {
        look((device + i) % 2, i < 2 ? orders.getLast() : anyOrder());
      }
    }
  }

  private String anyOrder() {
    return orders.get(random.nextInt(orders.size()));
  }

  private void order(int device) throws IOException, InterruptedException {
    var body =
        """
        {"items":[{"sku":"%s","quantity":1}],"paymentToken":"pm_ok","shippingAddress":\
        {"name":"R","street":"S 1","city":"B","postalCode":"10115","country":"DE"}}\
        """
            .formatted(sku);
    var answer =
        send(
            device,
            request(device, "/orders")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    if (answer.statusCode() != 202) {
      throw new IOException("an order was answered with " + answer.statusCode());
    }
    var location = answer.headers().firstValue("Location").orElseThrow();
    orders.add(location.substring(location.lastIndexOf('/') + 1));
    if (orders.size() > LATEST) {
      orders.removeFirst();
    }
  }

  private void look(int device, String order) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    var answer = send(device, request(1 - device, "/orders/" + order).GET());
    sightings.read(System.nanoTime() - begin);
    switch (answer.statusCode()) {
      case 200 -> compare(order, answer.body());
      case 404 -> sightings.missed();
      default -> sightings.failed();
    }
  }

  private void compare(String order, String body) {
    var match = VERSION.matcher(body);
    long version = match.find() ? Long.parseLong(match.group(1)) : 0;
    if (version < versions.getOrDefault(order, 0L)) {
      sightings.outdated();
    }
    versions.merge(order, version, Math::max);
  }

  private HttpRequest.Builder request(int instance, String path) {
    return HttpRequest.newBuilder(URI.create(instances.get(instance) + path))
        .timeout(ANSWER)
        .header("Authorization", bearer);
  }

  private HttpResponse<String> send(int device, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    var token = tokens[device];
    if (token != null) {
      request.header(TOKEN, token);
    }
    var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    answer.headers().firstValue(TOKEN).ifPresent(it -> tokens[device] = it);
    return answer;
  }
}
