package dev.backstep.e2e.shop;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backstep.e2e.audit.History;
import dev.backstep.e2e.audit.History.Answer.Promised;
import dev.backstep.e2e.audit.History.Answer.Refused;
import dev.backstep.e2e.audit.History.Answer.Unknown;
import dev.backstep.e2e.audit.History.Request;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Places one order and stays until it is final. */
final class Shopper {
  /** Past the deadline of the saga: by then every order is final, or something is wrong. */
  static final Duration PATIENCE = Duration.ofMinutes(6);

  /** The longest that order-service holds an answer. */
  private static final int HOLD_SECONDS = 30;

  /** After half a minute nobody is in a hurry any more, and a thousand shoppers look. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

  private final Backend backend;
  private final String name;
  private final String token;

  Shopper(Backend backend, String name) {
    this.backend = backend;
    this.name = name;
    this.token = backend.customerToken(name);
  }

  /**
   * Buys.
   *
   * @param due when it should have begun, of {@link System#nanoTime()}: waiting at the door counts
   */
  Purchase buy(Kind kind, String body, long due) {
    var knowledge = new Knowledge();
    var ending = buy(body, knowledge);
    var request = new Request(name, knowledge.key, knowledge.answer);
    return new Purchase(kind, request, ending, Duration.ofNanos(System.nanoTime() - due));
  }

  private Ending buy(String body, Knowledge knowledge) {
    try {
      var patience = Patience.of(PATIENCE);
      var placed = place(body, knowledge.key, patience);
      if (!placed.isGood()) {
        knowledge.answer = placed.isPassing() ? new Unknown() : new Refused();
        return new Ending.Failed(placed.problem());
      }
      var order = placed.body();
      knowledge.answer = new Promised(UUID.fromString(order.path("orderId").asText()));
      return untilFinal(order, patience);
    } catch (IOException e) {
      return new Ending.Unknown("no answer");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Ending.Unknown("stopped");
    }
  }

  /** The key is the same on every attempt: however often it is asked, one order is placed. */
  private Answer place(String body, String key, Patience patience)
      throws IOException, InterruptedException {
    return backend
        .orders()
        .call(
            "/orders",
            request ->
                as(request)
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", key)
                    .header("Prefer", "wait=" + HOLD_SECONDS)
                    .POST(BodyPublishers.ofString(body)),
            patience);
  }

  private Ending untilFinal(JsonNode placed, Patience patience)
      throws IOException, InterruptedException {
    var order = placed;
    while (true) {
      var ending = ending(order);
      if (ending.isPresent()) {
        return ending.get();
      }
      if (patience.isOver()) {
        return new Ending.Unknown("still pending");
      }
      Thread.sleep(LOOK_AGAIN);
      var path = "/orders/" + placed.path("orderId").asText();
      order = backend.orders().call(path, this::as, patience).body();
    }
  }

  private static Optional<Ending> ending(JsonNode order) {
    return switch (order.path("status").asText()) {
      case "CONFIRMED" -> Optional.of(new Ending.Confirmed());
      case "REJECTED", "CANCELLED" ->
          Optional.of(new Ending.TurnedDown(order.path("reason").path("code").asText()));
      default -> Optional.empty();
    };
  }

  private HttpRequest.Builder as(HttpRequest.Builder request) {
    return request.header("Authorization", "Bearer " + token);
  }

  /** What the shopper knows, even when something goes wrong later. */
  private static final class Knowledge {
    private final String key = UUID.randomUUID().toString();
    private History.Answer answer = new Unknown();
  }
}
