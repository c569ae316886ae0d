package dev.backstep.bench.cost;

import dev.backstep.contracts.Topics;
import dev.backstep.stack.layout.StackFailure;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;

/** Counts the records that were ever written to the topics, dead letters included. */
final class Records implements AutoCloseable {
  private final Admin admin;
  private final Map<TopicPartition, OffsetSpec> ends;

  private Records(Admin admin, Map<TopicPartition, OffsetSpec> ends) {
    this.admin = admin;
    this.ends = ends;
  }

  static Records of(String bootstrapServers) throws InterruptedException {
    var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    try {
      var ends = new HashMap<TopicPartition, OffsetSpec>();
      for (var topic : admin.describeTopics(Topics.all()).allTopicNames().get().values()) {
        addPartitions(topic, ends);
      }
      return new Records(admin, ends);
    } catch (ExecutionException e) {
      admin.close();
      throw failure(e);
    }
  }

  private static void addPartitions(TopicDescription topic, Map<TopicPartition, OffsetSpec> ends) {
    topic
        .partitions()
        .forEach(each ->
            ends.put(new TopicPartition(topic.name(), each.partition()), OffsetSpec.latest()));
  }

  long written() throws InterruptedException {
    try {
      return admin.listOffsets(ends).all().get().values().stream()
          .mapToLong(each -> each.offset())
          .sum();
    } catch (ExecutionException e) {
      throw failure(e);
    }
  }

  private static StackFailure failure(ExecutionException e) {
    return new StackFailure("Kafka does not tell its offsets: " + e.getCause(), e);
  }

  @Override
  public void close() {
    admin.close();
  }
}
