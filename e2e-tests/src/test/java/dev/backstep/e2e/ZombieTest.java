package dev.backstep.e2e;

import static dev.backstep.e2e.Order.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.backstep.contracts.Topics;
import dev.backstep.stack.LocalStack;
import dev.backstep.stack.layout.Instance;
import dev.backstep.stack.layout.Part;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A process that was thought dead, and wakes up in the middle of what another has finished. */
@Audited
class ZombieTest {
  private static final Instance ZOMBIE = Instance.of(Part.PAYMENT_SERVICE);
  private static final Instance HEIR = new Instance(Part.PAYMENT_SERVICE, 2);
  private static final Pattern STALE =
      Pattern.compile("backstep_payments_stale_answers_total\\S* ([0-9.]+)");

  private final Product kettle = Product.onSale(24_90, 10);

  private static LocalStack processes() {
    return Backstep.stack().processes();
  }

  @AfterEach
  void onlyTheFirstIsLeft() {
    processes().resume(ZOMBIE);
    processes().stop(HEIR);
  }

  @Test
  void writesNothingWhenItWakesUpWithTheAnswerToAChargeThatAnotherHasTakenOver() throws Exception {
    var staleBefore = stale();
    var order = anOrder().of(kettle, 1).paidWith("pm_slow").place();
    await().atMost(Backstep.SOON).until(() -> isClaimed(order));
    processes().pause(ZOMBIE);
    processes().start(HEIR);
    assertThat(order.whenFinal().getString("status")).isEqualTo("CONFIRMED");
    assertThat(order.sagaWhenFinal().state()).isEqualTo("COMPLETED");
    Audited.Afterwards.rest();
    var before = Written.of(order);

    processes().resume(ZOMBIE);
    await().atMost(Backstep.SOON).until(() -> stale() > staleBefore);

    Audited.Afterwards.rest();
    assertThat(Written.of(order)).isEqualTo(before);
    assertThat(Books.ledger().capturesOf(order.id())).hasSize(1);
  }

  private static boolean isClaimed(Placed order) {
    return Books.count(
            Part.PAYMENT_SERVICE,
            "SELECT count(*) FROM payment WHERE order_id = ? AND claim_owner IS NOT NULL",
            order.id())
        == 1;
  }

  /** Answers that the zombie was not allowed to write. */
  private static double stale() {
    var metrics = Backstep.nobody(Part.PAYMENT_SERVICE).get("/q/metrics").asString();
    return STALE
        .matcher(metrics)
        .results()
        .mapToDouble(found -> Double.parseDouble(found.group(1)))
        .sum();
  }

  /**
   * Everything that a payment-service can bring about. A command that was sent twice may be
   * answered twice, by whoever reads it: the saga takes that for what it is.
   */
  private record Written(
      List<String> payment,
      long barrier,
      Map<String, Long> events,
      List<Map<String, Object>> saga) {
    static Written of(Placed order) throws Exception {
      return new Written(
          Books.read(
              Part.PAYMENT_SERVICE,
              """
              SELECT concat_ws(' ', state, captured, refunded, charge_id, attempts, claim_epoch, changed_at)
              FROM payment WHERE order_id = ?
              """,
              row -> row.getString(1),
              order.id()),
          Books.count(Part.PAYMENT_SERVICE, "SELECT count(*) FROM barrier"),
          ends(),
          order.sagaNow().log().stream()
              .filter(entry -> !"DUPLICATE".equals(entry.get("outcome")))
              .toList());
    }

    private static Map<String, Long> ends() throws Exception {
      var bootstrap = Backstep.stack().kafkaBootstrap();
      try (var admin =
          Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
        var partitions =
            admin
                .describeTopics(List.of(Topics.PAYMENT_EVENTS))
                .allTopicNames()
                .get()
                .values()
                .stream()
                .flatMap(topic ->
                    topic.partitions().stream()
                        .map(each -> new TopicPartition(topic.name(), each.partition())))
                .collect(Collectors.toMap(each -> each, _ -> OffsetSpec.latest()));
        return admin.listOffsets(partitions).all().get().entrySet().stream()
            .collect(
                Collectors.toMap(end -> end.getKey().toString(), end -> end.getValue().offset()));
      }
    }
  }
}
