package dev.backstep.e2e;

import static dev.backstep.contracts.Topics.CHECKOUT_REQUESTS;
import static dev.backstep.contracts.Topics.PAYMENT_COMMANDS;
import static dev.backstep.contracts.Topics.SHIPPING_COMMANDS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.contracts.Topics;
import dev.backstep.stack.layout.Part;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;

/** Names, addresses and payment tokens that are in the world once, and then looked for in it. */
class CanaryTest {
  private static final String MARK = UUID.randomUUID().toString().substring(0, 8);
  private static final String NAME = "Canary" + MARK;
  private static final String EMAIL = "canary." + MARK + "@example.org";
  private static final String STREET = "Canary Street " + MARK;
  private static final String TOKEN = "pm_canary_" + MARK;
  private static final Set<String> ALL = Set.of(NAME, EMAIL, STREET, TOKEN);

  // Who must know it to do his work.
  private static final Map<String, Set<String>> MAY_CARRY =
      Map.of(
          CHECKOUT_REQUESTS, ALL,
          PAYMENT_COMMANDS, Set.of(TOKEN),
          SHIPPING_COMMANDS, Set.of(NAME, EMAIL, STREET));

  private final Product lamp = Product.onSale(39_90, 10);

  @Test
  void areFoundNowhereButWhereTheyAreNeeded() throws IOException {
    var confirmed = placed("pm_ok", "DE");
    var declined = placed(TOKEN, "DE");
    var refused = placed("pm_ok", "XX");
    // Nobody can read it, and nobody repeats it.
    order(TOKEN, "nowhere").then().statusCode(400);
    assertThat(confirmed.whenFinal().getString("status")).isEqualTo("CONFIRMED");
    for (var order : List.of(declined, refused)) {
      assertThat(order.whenFinal().getString("status")).isEqualTo("REJECTED");
    }
    for (var order : List.of(confirmed, declined, refused)) {
      order.sagaWhenFinal();
      assertThat(page(order)).doesNotContain(ALL);
    }

    var carried = carried();
    assertThat(carried.get(CHECKOUT_REQUESTS)).isEqualTo(ALL);
    assertThat(carried)
        .allSatisfy((topic, canaries) ->
            assertThat(MAY_CARRY.getOrDefault(topic, Set.of())).as(topic).containsAll(canaries));
    assertThat(logs()).isEmpty();
    for (var service : Part.services()) {
      assertThat(outbox(service)).as(service.label()).doesNotContain(MARK);
    }
  }

  private Placed placed(String token, String country) {
    var answer = order(token, country).then().statusCode(202).extract();
    return new Placed(
        UUID.fromString(answer.path("orderId")), UUID.fromString(answer.path("sagaId")), "carol");
  }

  private Response order(String token, String country) {
    var address =
        Map.of(
            "name",
            NAME + " " + EMAIL,
            "street",
            STREET,
            "city",
            "Berlin",
            "postalCode",
            "10115",
            "country",
            country);
    var items = List.of(Map.of("sku", lamp.sku(), "quantity", 1));
    return Backstep.customer("carol", Part.ORDER_SERVICE)
        .contentType("application/json")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(Map.of("items", items, "paymentToken", token, "shippingAddress", address))
        .post("/orders");
  }

  private static String page(Placed order) {
    return Backstep.operator(Part.SAGA_ORCHESTRATOR)
        .get("/api/sagas/" + order.saga())
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  /** Which canaries each topic holds, keys and headers included. */
  private static Map<String, Set<String>> carried() {
    var found = new HashMap<String, Set<String>>();
    readAll((topic, text) ->
        ALL.stream()
            .filter(text::contains)
            .forEach(canary -> found.computeIfAbsent(topic, _ -> new TreeSet<>()).add(canary)));
    return found;
  }

  private static void readAll(BiConsumer<String, String> reader) {
    Map<String, Object> settings =
        Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, Backstep.stack().kafkaBootstrap());
    try (var consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      var partitions =
          Topics.all().stream()
              .flatMap(topic -> consumer.partitionsFor(topic).stream())
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(record -> texts(record).forEach(text -> reader.accept(record.topic(), text)));
      }
    }
  }

  private static Stream<String> texts(ConsumerRecord<byte[], byte[]> record) {
    var texts = new ArrayList<byte[]>();
    record.headers().forEach(header -> texts.add(header.value()));
    texts.add(record.key());
    texts.add(record.value());
    return texts.stream().filter(bytes -> bytes != null).map(bytes -> new String(bytes, UTF_8));
  }

  /** The lines of all logs of the stack that hold a canary. */
  private static List<String> logs() throws IOException {
    var found = new ArrayList<String>();
    try (var files = Files.list(Backstep.layout().directory().of("logs"))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        new String(Files.readAllBytes(file), UTF_8)
            .lines()
            .filter(line -> ALL.stream().anyMatch(line::contains))
            .forEach(line -> found.add(file.getFileName() + ": " + line));
      }
    }
    return found;
  }

  private static String outbox(Part service) {
    return String.join(
        "\n",
        Books.read(
            service,
            "SELECT coalesce(headers::text, '') || encode(body, 'escape') FROM outbox",
            row -> row.getString(1)));
  }
}
