package dev.backstep.messaging.relay;

import dev.backstep.contracts.Headers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jboss.logging.Logger;

/**
 * Publishes to Kafka with CloudEvents 1.0 binary headers. The producer is expected to be idempotent
 * with {@code acks=all} and a bounded {@code delivery.timeout.ms}, which bounds the wait.
 */
public final class KafkaPublisher implements Publisher {
  private static final Logger LOG = Logger.getLogger(KafkaPublisher.class);
  private static final Header SPEC_VERSION = header(Headers.SPEC_VERSION, "1.0");
  private static final Header CONTENT_TYPE = header(Headers.CONTENT_TYPE, "application/json");

  private final Producer<String, byte[]> producer;
  private final Header source;

  /**
   * Publishes through that producer.
   *
   * @param source the CloudEvents source: the service's name
   */
  public KafkaPublisher(Producer<String, byte[]> producer, String source) {
    this.producer = producer;
    this.source = header(Headers.SOURCE, "/" + source);
  }

  @Override
  public List<PendingMessage> publish(List<PendingMessage> messages) throws InterruptedException {
    var sent = new ArrayList<Sent>(messages.size());
    var blockedKeys = new HashSet<String>();
    for (var message : messages) {
      if (!blockedKeys.contains(message.key()) && !send(message, sent)) {
        blockedKeys.add(message.key());
      }
    }
    flush();
    return acknowledged(sent, blockedKeys);
  }

  /** Everything leaves at once: else the first record goes in a request of its own. */
  private void flush() throws InterruptedException {
    try {
      producer.flush();
    } catch (InterruptException _) {
      throw new InterruptedException("asked to stop while the broker had not answered");
    }
  }

  private boolean send(PendingMessage message, List<Sent> sent) {
    try {
      sent.add(new Sent(message, producer.send(recordOf(message))));
      return true;
    } catch (KafkaException e) {
      LOG.debugf(e, "%s was not sent", message.id());
      return false;
    }
  }

  private static List<PendingMessage> acknowledged(List<Sent> sent, Set<String> blockedKeys)
      throws InterruptedException {
    var acknowledged = new ArrayList<PendingMessage>(sent.size());
    for (var each : sent) {
      if (isAcknowledged(each) && !blockedKeys.contains(each.message.key())) {
        acknowledged.add(each.message);
      } else {
        blockedKeys.add(each.message.key());
      }
    }
    return acknowledged;
  }

  private static boolean isAcknowledged(Sent sent) throws InterruptedException {
    try {
      sent.acknowledgement.get();
      return true;
    } catch (ExecutionException e) {
      LOG.debugf(e.getCause(), "%s was not acknowledged", sent.message.id());
      return false;
    }
  }

  private ProducerRecord<String, byte[]> recordOf(PendingMessage message) {
    var headers = new ArrayList<Header>(10);
    headers.add(header(Headers.ID, message.id()));
    headers.add(header(Headers.TYPE, message.type()));
    headers.add(source);
    headers.add(header(Headers.TIME, message.createdAt().toString()));
    headers.add(header(Headers.SUBJECT, message.subject()));
    headers.add(SPEC_VERSION);
    headers.add(CONTENT_TYPE);
    if (message.traceparent() != null) {
      headers.add(header(Headers.TRACEPARENT, message.traceparent()));
    }
    for (Map.Entry<String, String> extra : message.headers().entrySet()) {
      headers.add(header(extra.getKey(), extra.getValue()));
    }
    return new ProducerRecord<>(
        message.topic(), null, null, message.key(), message.body(), headers);
  }

  private static Header header(String name, String value) {
    return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private record Sent(PendingMessage message, Future<RecordMetadata> acknowledgement) {}
}
