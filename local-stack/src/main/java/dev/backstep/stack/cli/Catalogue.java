package dev.backstep.stack.cli;

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
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/**
 * A few products with stock, put there once as an operator would; what operators change later
 * stays.
 */
final class Catalogue {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  /**
   * Prices travel from inventory to orders through Kafka, which takes a moment after a first start.
   */
  private static final Duration UNTIL_ORDERS_KNOW = Duration.ofSeconds(30);

  private static final List<Product> PRODUCTS =
      List.of(
          new Product("KETTLE-STEEL", "Steel kettle", 4_990, 1_000),
          new Product("MUG-BLUE", "Blue mug", 990, 5_000),
          new Product("MUG-WHITE", "White mug", 890, 5_000),
          new Product("TEAPOT-CLAY", "Clay teapot", 3_450, 800),
          new Product("TEA-ASSAM-250", "Assam tea, 250 g", 1_290, 3_000),
          new Product("TEA-SENCHA-100", "Sencha tea, 100 g", 1_450, 2_000),
          new Product("COFFEE-HOUSE-500", "House coffee, 500 g", 1_190, 3_000),
          new Product("GRINDER-HAND", "Hand grinder", 5_900, 400),
          new Product("FILTER-PAPER-100", "Paper filters, 100 pieces", 450, 9_000),
          new Product("TRAY-OAK", "Oak tray", 2_900, 600),
          new Product("SPOON-SET-6", "Six spoons", 1_990, 1_500),
          new Product("LAMP-LAST-ONE", "Desk lamp, the last one", 7_900, 1));

  private final Layout layout;
  private final String token;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

  Catalogue(Layout layout) {
    this.layout = layout;
    this.token = TokenMint.of(layout).token(Role.OPERATOR, "seed");
  }

  void seed() {
    var last = PRODUCTS.getLast();
    if (!isListed(last)) {
      PRODUCTS.forEach(this::list);
    }
    if (!Patience.until(UNTIL_ORDERS_KNOW, () -> ordersKnow(last))) {
      throw new StackFailure(
          "order-service does not know the catalogue after %d s: see %s"
              .formatted(
                  UNTIL_ORDERS_KNOW.toSeconds(),
                  layout.directory().log(Part.ORDER_SERVICE.label())));
    }
  }

  private void list(Product product) {
    var path = "/products/" + product.sku;
    var listing =
        "{\"name\":\"%s\",\"price\":{\"minorUnits\":%d,\"currency\":\"EUR\"}}"
            .formatted(product.name, product.cents);
    expectSuccess(send(request(Part.INVENTORY_SERVICE, path).PUT(body(listing))));
    var receipt = "{\"quantity\":%d}".formatted(product.units);
    expectSuccess(
        send(
            request(Part.INVENTORY_SERVICE, path + "/receipts")
                .header("Idempotency-Key", "seed-" + product.sku)
                .POST(body(receipt))));
  }

  private boolean isListed(Product product) {
    return send(request(Part.INVENTORY_SERVICE, "/products/" + product.sku).GET()).statusCode()
        == 200;
  }

  private boolean ordersKnow(Product product) {
    return send(request(Part.ORDER_SERVICE, "/catalogue/" + product.sku).GET()).statusCode() == 200;
  }

  private static HttpRequest.BodyPublisher body(String json) {
    return HttpRequest.BodyPublishers.ofString(json);
  }

  private HttpRequest.Builder request(Part service, String path) {
    return HttpRequest.newBuilder(URI.create(layout.url(service) + path))
        .timeout(TIMEOUT)
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json");
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new StackFailure("seeding the catalogue failed: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("interrupted while seeding the catalogue", e);
    }
  }

  private static void expectSuccess(HttpResponse<String> answer) {
    if (answer.statusCode() / 100 != 2) {
      throw new StackFailure(
          "%s answered %d: %s"
              .formatted(answer.uri().getPath(), answer.statusCode(), answer.body()));
    }
  }

  private record Product(String sku, String name, long cents, int units) {}
}
