package dev.backstep.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backstep.contracts.Command;
import dev.backstep.contracts.CommandId;
import dev.backstep.contracts.Headers;
import dev.backstep.contracts.Message;
import dev.backstep.contracts.ReplyMessage;
import dev.backstep.contracts.Topics;
import dev.backstep.contracts.WireTypes;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Puts records on topics that no service would send. */
public final class Postman implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Producer<String, byte[]> producer =
      new KafkaProducer<>(
          Map.of(
              ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
              Backstep.stack().kafkaBootstrap(),
              ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
              1_000_000),
          new StringSerializer(),
          new ByteArraySerializer());

  /** Sends a command as the orchestrator would. */
  void send(CommandId id, Command command) {
    send(Topics.of(command), id.saga().toString(), headers(id.toString(), command), json(command));
  }

  /** Sends a reply as a participant would. */
  void send(ReplyMessage reply) {
    var id = reply.commandId();
    send(Topics.of(reply), id.saga().toString(), headers(id + "/reply", reply), json(reply));
  }

  private static Map<String, String> headers(String id, Message message) {
    return Map.of(Headers.ID, id, Headers.TYPE, WireTypes.of(message), Headers.SUBJECT, id);
  }

  static byte[] json(Message message) {
    try {
      return JSON.writeValueAsBytes(message);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns where the record is, as {@code <topic>-<partition>@<offset>}, once it is there. */
  @SuppressWarnings("NullAway") // Kafka takes records without a value; its types do not say so
  public String send(
      String topic, String key, Map<String, String> headers, byte @Nullable [] body) {
    var fresh = new ProducerRecord<String, byte[]>(topic, key, body);
    headers.forEach(
        (name, value) -> fresh.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return send(fresh);
  }

  String send(ProducerRecord<String, byte[]> fresh) {
    try {
      var place = producer.send(fresh).get();
      return "%s-%d@%d".formatted(place.topic(), place.partition(), place.offset());
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
