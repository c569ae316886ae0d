package dev.backstep.stack.kafka;

import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.Part;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What the broker reads in {@code server.properties}. */
public final class BrokerSettings {
  private BrokerSettings() {}

  /** All of them, of the broker that keeps its log there. */
  public static Map<String, String> of(Layout layout, Path data) {
    var settings = new HashMap<String, String>();
    settings.putAll(network(layout.url(Part.KAFKA), KafkaRecipe.controllerPort(layout)));
    settings.putAll(oneNode());
    settings.putAll(seldomAwake());
    settings.put("log.dirs", data.toString());
    // A misspelt topic must be an error, not a new topic.
    settings.put("auto.create.topics.enable", "false");
    return settings;
  }

  private static Map<String, String> network(String address, int controllerPort) {
    String controller = "127.0.0.1:" + controllerPort;
    return Map.of(
        "process.roles", "broker,controller",
        "node.id", "1",
        "controller.quorum.voters", "1@" + controller,
        "listeners", "PLAINTEXT://" + address + ",CONTROLLER://" + controller,
        "advertised.listeners", "PLAINTEXT://" + address,
        "controller.listener.names", "CONTROLLER",
        "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
  }

  private static Map<String, String> oneNode() {
    return Map.of(
        "offsets.topic.replication.factor", "1",
        "offsets.topic.num.partitions", "5",
        "transaction.state.log.replication.factor", "1",
        "transaction.state.log.min.isr", "1",
        "transaction.state.log.num.partitions", "5",
        "share.coordinator.state.topic.replication.factor", "1",
        "share.coordinator.state.topic.min.isr", "1",
        // Nobody else is about to join: do not wait for them.
        "group.initial.rebalance.delay.ms", "0",
        "log.cleaner.dedupe.buffer.size", "16777216");
  }

  /** Each thread of the broker looks three times a second whether anybody came. */
  private static Map<String, String> seldomAwake() {
    return Map.of(
        "num.network.threads", "1",
        "num.io.threads", "2",
        "group.coordinator.threads", "1",
        // Nobody watches from elsewhere how far the only controller is: fewer records of nothing.
        "metadata.max.idle.interval.ms", "5000");
  }
}
