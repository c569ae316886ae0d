package dev.backstep.messaging.consumer;

import dev.backstep.messaging.intake.Poll;
import dev.backstep.messaging.wire.Received;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Headers;

/** Kafka's records as a {@link Poll}, so that nobody else sees Kafka's types. */
public final class Polls {
  private static final byte[] NO_BODY = {};

  private Polls() {}

  static Poll of(ConsumerRecords<String, byte[]> records) {
    var received = new ArrayList<Received>(records.count());
    for (var each : records) {
      received.add(received(each));
    }
    return new Poll(received);
  }

  /** One record of texts to bytes; a missing value is an empty body. */
  public static Received received(ConsumerRecord<?, ?> it) {
    var key = (String) it.key();
    var body = it.value() == null ? NO_BODY : (byte[]) it.value();
    return new Received(it.topic(), it.partition(), it.offset(), key, texts(it.headers()), body);
  }

  private static Map<String, String> texts(Headers headers) {
    var texts = new HashMap<String, String>();
    for (var header : headers) {
      if (header.value() != null) {
        texts.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
      }
    }
    return texts;
  }
}
