package dev.backstep.e2e.torture;

import dev.backstep.contracts.Topics;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Records of every topic are published again, old ones among new ones and out of their order. */
record Repeats(long seed) implements Fault {
  private static final int OF_EACH = 60;

  private static final List<String> TOPICS =
      List.of(
          Topics.CHECKOUT_REQUESTS,
          Topics.ORDER_COMMANDS,
          Topics.INVENTORY_COMMANDS,
          Topics.PAYMENT_COMMANDS,
          Topics.SHIPPING_COMMANDS,
          Topics.SAGA_REPLIES,
          Topics.INVENTORY_EVENTS);

  @Override
  public String what() {
    return "publish records again";
  }

  @Override
  public Duration hold() {
    return Duration.ofSeconds(1);
  }

  @Override
  public void begin(Site site) {
    var random = new Random(seed);
    try (var courier = new Courier(site.stack().kafkaBootstrap())) {
      for (var topic : TOPICS) {
        var records = courier.read(topic);
        Collections.shuffle(records, random);
        records.stream().limit(OF_EACH).forEach(courier::repeat);
      }
    }
  }

  @Override
  public void end(Site site) {
    // it happened, that is all
  }
}
