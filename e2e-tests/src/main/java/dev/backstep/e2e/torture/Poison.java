package dev.backstep.e2e.torture;

import dev.backstep.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;

/** Bytes that nobody can read, on every topic that somebody reads. */
record Poison(long seed) implements Fault {
  private static final int OF_EACH = 3;
  private static final int LARGEST = 2_000;

  @Override
  public String what() {
    return "garbage on every topic";
  }

  @Override
  public Duration hold() {
    return Duration.ofSeconds(1);
  }

  @Override
  public void begin(Site site) {
    var random = new Random(seed);
    try (var courier = new Courier(site.stack().kafkaBootstrap())) {
      for (var topic : Topics.live()) {
        for (int i = 0; i < OF_EACH; i++) {
          courier.garbage(topic, UUID.randomUUID().toString(), bytes(random));
        }
        courier.garbage(topic, "k", "{\"orderId\":".getBytes(StandardCharsets.UTF_8));
        courier.garbage(topic, "k", null);
      }
    }
  }

  private static byte[] bytes(Random random) {
    var bytes = new byte[random.nextInt(LARGEST)];
    random.nextBytes(bytes);
    return bytes;
  }

  @Override
  public void end(Site site) {
    // it stays where it is
  }
}
