package dev.backstep.e2e.torture;

import dev.backstep.stack.layout.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** Strangers join and leave the groups of a service, and keep what they are given to themselves. */
final class Rebalances implements Fault {
  private static final Duration STAY = Duration.ofSeconds(2);
  private static final Duration POLL = Duration.ofMillis(100);

  private final Part service;
  private final Duration hold;
  private @Nullable Thread thread;
  private volatile boolean over;

  Rebalances(Part service, Duration hold) {
    this.service = service;
    this.hold = hold;
  }

  @Override
  public String what() {
    return "rebalance the groups of %s every %d s".formatted(service.label(), STAY.toSeconds());
  }

  @Override
  public Duration hold() {
    return hold;
  }

  @Override
  public void begin(Site site) {
    var bootstrap = site.stack().kafkaBootstrap();
    thread = Thread.ofPlatform().daemon().name("stranger").start(() -> comeAndGo(bootstrap));
  }

  private void comeAndGo(String bootstrap) {
    while (!over) {
      visit(bootstrap);
    }
  }

  private void visit(String bootstrap) {
    var strangers = new ArrayList<KafkaConsumer<String, byte[]>>();
    try {
      Rewind.groupsOf(service).forEach(group -> strangers.add(join(bootstrap, group)));
      long end = System.nanoTime() + STAY.toNanos();
      while (!over && System.nanoTime() < end) {
        strangers.forEach(each -> each.poll(POLL));
      }
    } finally {
      strangers.forEach(KafkaConsumer::close);
    }
  }

  private static KafkaConsumer<String, byte[]> join(String bootstrap, String group) {
    var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ConsumerConfig.GROUP_ID_CONFIG,
                group,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                List.of(CooperativeStickyAssignor.class)),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    consumer.subscribe(Pattern.compile(topicOf(group)));
    return consumer;
  }

  private static String topicOf(String group) {
    return switch (group) {
      case "order-service" -> "order\\.commands";
      case "order-service-shipping" -> "shipping\\.commands";
      case "order-service-catalogue" -> "inventory\\.events";
      case "saga-orchestrator" -> "checkout\\.requests";
      case "saga-orchestrator-replies" -> "saga\\.replies";
      case "inventory-service" -> "inventory\\.commands";
      default -> "payment\\.commands";
    };
  }

  @Override
  public void end(Site site) throws InterruptedException {
    if (thread != null) {
      over = true; // not interrupted: they leave their groups as others do
      thread.join();
    }
  }
}
