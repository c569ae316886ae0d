package dev.backstep.stack.kafka;

import dev.backstep.contracts.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/** Creates the topics of the contracts that do not exist yet; never changes or deletes one. */
public final class TopicSetup {
  // Two instances share a topic evenly with any number that divides by two; six also serves three.
  private static final int PARTITIONS = 6;
  private static final int DEAD_LETTER_PARTITIONS = 1;
  private static final short ONE_COPY = 1;

  private TopicSetup() {}

  /** Asks that broker for them, without copies, and waits for half a minute at most. */
  public static void createMissing(String bootstrapServers) {
    createMissing(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers), ONE_COPY);
  }

  /**
   * The same on brokers that want more of a client than their address.
   *
   * @param copies of each message; all but one must have it before it counts as written
   */
  public static void createMissing(Map<String, String> client, short copies) {
    try (var broker = BrokerAdmin.of(client)) {
      Set<String> existing = BrokerAdmin.await(broker.admin().listTopics().names(), "list topics");
      var missing = missing(existing, copies);
      BrokerAdmin.await(broker.admin().createTopics(missing).all(), "create the topics");
    }
  }

  private static List<NewTopic> missing(Set<String> existing, short copies) {
    return Topics.all().stream()
        .filter(topic -> !existing.contains(topic))
        .map(topic -> topic(topic, copies))
        .toList();
  }

  private static NewTopic topic(String name, short copies) {
    boolean live = Topics.live().contains(name);
    var settings = new HashMap<String, String>();
    if (copies > ONE_COPY) {
      settings.put("min.insync.replicas", String.valueOf(copies - 1));
    }
    if (!live) {
      // A dead letter waits for a person, however long that takes.
      settings.put("retention.ms", "-1");
    }
    return new NewTopic(name, live ? PARTITIONS : DEAD_LETTER_PARTITIONS, copies).configs(settings);
  }
}
