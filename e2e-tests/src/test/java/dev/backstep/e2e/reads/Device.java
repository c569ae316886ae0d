package dev.backstep.e2e.reads;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One device of a customer: it sends back the last token it got, and remembers what it saw. */
final class Device {
  private final String bearer;
  private final Map<String, Long> seen = new HashMap<>();
  private @Nullable String token;
  private int backwards;

  Device(String bearer) {
    this.bearer = bearer;
  }

  /** The id of the new order. */
  String order(String base, String sku) {
    var answer = Shop.order(base, bearer, token, sku);
    if (answer.statusCode() != 202) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    remember(answer);
    return Shop.json(answer).get("orderId").asText();
  }

  /** The order, unless this device cannot see it. */
  Optional<JsonNode> look(String base, String order) {
    var answer = Shop.get(base + "/orders/" + order, bearer, token);
    remember(answer);
    return switch (answer.statusCode()) {
      case 200 -> Optional.of(checked(order, Shop.json(answer)));
      case 404 -> {
        backwards += seen.containsKey(order) ? 1 : 0;
        yield Optional.empty();
      }
      default -> throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    };
  }

  private JsonNode checked(String order, JsonNode view) {
    long version = view.get("version").asLong();
    if (version < seen.getOrDefault(order, 0L)) {
      backwards++;
    }
    seen.put(order, version);
    return view;
  }

  int backwards() {
    return backwards;
  }

  private void remember(HttpResponse<?> answer) {
    answer.headers().firstValue(Shop.TOKEN).ifPresent(it -> token = it);
  }
}
