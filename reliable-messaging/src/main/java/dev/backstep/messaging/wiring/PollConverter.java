package dev.backstep.messaging.wiring;

import dev.backstep.messaging.consumer.Polls;
import dev.backstep.messaging.intake.Poll;
import dev.backstep.messaging.wire.Received;
import io.smallrye.reactive.messaging.MessageConverter;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordBatchMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.Type;
import java.util.ArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * Turns a batch of the Kafka connector into a {@link Poll}, so that nobody else sees Kafka's types.
 */
@ApplicationScoped
class PollConverter implements MessageConverter {
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
      records.add(Polls.received((ConsumerRecord<?, ?>) each));
    }
    return in.withPayload(new Poll(records));
  }
}
