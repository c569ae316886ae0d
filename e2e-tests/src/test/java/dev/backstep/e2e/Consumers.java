package dev.backstep.e2e;

import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** The services as readers of topics. */
final class Consumers {
  private Consumers() {}

  /** Returns when every service has read all that is on its topics, and answered it. */
  static void awaitCaughtUp() throws Exception {
    try (var admin =
        Admin.create(
            Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, Backstep.stack().kafkaBootstrap()))) {
      // What was read last may have put answers on another topic: twice in a row is enough.
      for (int i = 0; i < 2; i++) {
        await().atMost(Backstep.SOON).until(() -> lag(admin) == 0);
        Audited.Afterwards.rest();
      }
    }
  }

  private static long lag(Admin admin) throws ExecutionException, InterruptedException {
    long lag = 0;
    for (var group : admin.listGroups().all().get().stream().map(GroupListing::groupId).toList()) {
      lag += lag(admin, group);
    }
    return lag;
  }

  private static long lag(Admin admin, String group)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetAndMetadata> read =
        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    Map<TopicPartition, ListOffsetsResultInfo> ends =
        admin
            .listOffsets(
                read.keySet().stream()
                    .collect(Collectors.toMap(each -> each, _ -> OffsetSpec.latest())))
            .all()
            .get();
    return ends.entrySet().stream()
        .mapToLong(end ->
            end.getValue().offset()
                - read.getOrDefault(end.getKey(), new OffsetAndMetadata(0)).offset())
        .sum();
  }
}
