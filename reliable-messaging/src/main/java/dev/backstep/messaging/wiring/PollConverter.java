package dev.backstep.messaging.wiring;

import dev.backstep.messaging.intake.Poll;
import dev.backstep.messaging.wire.Received;
import io.smallrye.reactive.messaging.MessageConverter;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordBatchMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * Turns a batch of the Kafka connector into a {@link Poll}, so that nobody else sees Kafka's types.
 */
@ApplicationScoped
class PollConverter implements MessageConverter {
  private static final byte[] NO_BODY = {};

  @Override
  public boolean canConvert(Message<?> in, Type target) {
    return target.equals(Poll.class)
        && in.getMetadata(IncomingKafkaRecordBatchMetadata.class).isPresent();
  }

  @Override
  public Message<?> convert(Message<?> in, Type target) {
    var batch = in.getMetadata(IncomingKafkaRecordBatchMetadata.class).orElseThrow();
    var records = new ArrayList<Received>();
    for (Object each : batch.getRecords()) {
      records.add(received((ConsumerRecord<?, ?>) each));
    }
    return in.withPayload(new Poll(records));
  }

  private static Received received(ConsumerRecord<?, ?> it) {
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
