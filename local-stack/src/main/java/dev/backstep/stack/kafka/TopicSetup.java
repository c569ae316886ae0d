package dev.backstep.stack.kafka;

import dev.backstep.contracts.Topics;
import dev.backstep.stack.layout.StackFailure;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/** Creates the topics of the contracts that do not exist yet; never changes or deletes one. */
public final class TopicSetup {
  // Two instances share a topic evenly with any number that divides by two; six also serves three.
  private static final int PARTITIONS = 6;
  private static final int DEAD_LETTER_PARTITIONS = 1;
  private static final short REPLICAS = 1;
  private static final int TIMEOUT_MILLIS = 30_000;

  private TopicSetup() {}

  /** Asks that broker for them, and waits for half a minute at most. */
  public static void createMissing(String bootstrapServers) {
    Map<String, Object> configuration =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            TIMEOUT_MILLIS);
    try (var admin = Admin.create(configuration)) {
      Set<String> existing = admin.listTopics().names().get();
      admin.createTopics(missing(existing)).all().get();
    } catch (ExecutionException e) {
      throw new StackFailure("Kafka could not create the topics: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("Interrupted while creating the topics", e);
    }
  }

  private static List<NewTopic> missing(Set<String> existing) {
    return Topics.all().stream()
        .filter(topic -> !existing.contains(topic))
        .map(topic -> Topics.live().contains(topic) ? live(topic) : deadLetters(topic))
        .toList();
  }

  private static NewTopic live(String topic) {
    return new NewTopic(topic, PARTITIONS, REPLICAS);
  }

  private static NewTopic deadLetters(String topic) {
    // A dead letter waits for a person, however long that takes.
    return new NewTopic(topic, DEAD_LETTER_PARTITIONS, REPLICAS)
        .configs(Map.of("retention.ms", "-1"));
  }
}
