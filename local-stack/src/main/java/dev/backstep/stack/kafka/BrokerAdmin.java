package dev.backstep.stack.kafka;

import dev.backstep.stack.layout.StackFailure;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaFuture;

/** A conversation with a broker as somebody who may change it. */
record BrokerAdmin(Admin admin) implements AutoCloseable {
  // A broker that was started a moment ago elects itself first.
  private static final int TIMEOUT_MILLIS = 30_000;

  static BrokerAdmin of(Map<String, String> client) {
    var settings = new HashMap<String, Object>(client);
    settings.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
    return new BrokerAdmin(Admin.create(settings));
  }

  /** The answer, or a failure that says what was wanted. */
  static <T> T await(KafkaFuture<T> answer, String what) {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw new StackFailure("Kafka could not %s: %s".formatted(what, e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("Interrupted before Kafka could " + what, e);
    }
  }

  @Override
  public void close() {
    admin.close();
  }
}
