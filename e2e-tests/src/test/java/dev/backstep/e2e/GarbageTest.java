package dev.backstep.e2e;

import static dev.backstep.e2e.Order.anOrder;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.backstep.contracts.Headers;
import dev.backstep.contracts.InventoryCommand.ReleaseStock;
import dev.backstep.contracts.Topics;
import dev.backstep.contracts.WireTypes;
import dev.backstep.stack.layout.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Audited
class GarbageTest {
  private static final int PAGE = 100;

  private final Product kettle = Product.onSale(24_90, 50);

  @ParameterizedTest
  @ValueSource(
      strings = {
        Topics.CHECKOUT_REQUESTS,
        Topics.ORDER_COMMANDS,
        Topics.INVENTORY_COMMANDS,
        Topics.PAYMENT_COMMANDS,
        Topics.SHIPPING_COMMANDS,
        Topics.SAGA_REPLIES,
        Topics.INVENTORY_EVENTS
      })
  void buriesGarbageWithItsCauseAndServesTheNeighbours(String topic) {
    var before = anOrder().of(kettle, 1).place();
    var origins = throwGarbageAt(topic);
    var after = anOrder().of(kettle, 1).place();
    assertThat(before.whenFinal().getString("status")).isEqualTo("CONFIRMED");
    assertThat(after.whenFinal().getString("status")).isEqualTo("CONFIRMED");
    awaitBuried(origins);
  }

  private static List<String> throwGarbageAt(String topic) {
    var key = UUID.randomUUID().toString();
    var origins = new ArrayList<String>();
    try (var postman = new Postman()) {
      origins.add(postman.send(topic, key, Map.of(), new byte[] {0, 1, 2, (byte) 0xff}));
      origins.add(postman.send(topic, key, Map.of(), null));
      origins.add(
          postman.send(topic, key, typed("backstep.nobody.knows.v1"), "{}".getBytes(UTF_8)));
      origins.add(postman.send(topic, key, release(), "{\"orderId\":".getBytes(UTF_8)));
      origins.add(postman.send(topic, key, release(), new byte[300_000]));
    }
    return origins;
  }

  @Test
  void buriesACommandWithAFieldThatNobodyKnows() {
    var body = "{\"orderId\":\"%s\",\"force\":true}".formatted(UUID.randomUUID());
    try (var postman = new Postman()) {
      var origin =
          postman.send(
              Topics.INVENTORY_COMMANDS,
              UUID.randomUUID().toString(),
              release(),
              body.getBytes(UTF_8));
      awaitBuried(List.of(origin));
    }
  }

  private static Map<String, String> release() {
    return typed(WireTypes.of(new ReleaseStock(UUID.randomUUID())));
  }

  private static Map<String, String> typed(String type) {
    return Map.of(
        Headers.ID, UUID.randomUUID() + "/stock/undo", Headers.TYPE, type, Headers.SUBJECT, "none");
  }

  private static void awaitBuried(List<String> origins) {
    await().atMost(Backstep.SOON).untilAsserted(() -> assertThat(buried()).containsAll(origins));
  }

  /** Where the newest dead letters with a cause come from. */
  private static Set<String> buried() {
    var letters =
        Backstep.operator(Part.SAGA_ORCHESTRATOR)
            .queryParam("limit", PAGE)
            .get("/api/dead-letters")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    List<Map<String, String>> items = letters.getList("deadLetters");
    var origins = new HashSet<String>();
    for (var letter : items) {
      assertThat(letter.get("cause")).isNotBlank();
      assertThat(letter.get("detail")).isNotBlank();
      origins.add(letter.get("origin"));
    }
    return origins;
  }
}
