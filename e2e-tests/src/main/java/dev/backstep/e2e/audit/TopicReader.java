package dev.backstep.e2e.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.naturalOrder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backstep.contracts.Headers;
import dev.backstep.contracts.Topics;
import dev.backstep.stack.layout.Part;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads topics from their beginning, and later only what is new. Belongs to no consumer group, so
 * that nobody notices.
 */
final class TopicReader implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  /** A broker that is up answers a starved machine within this time. */
  private static final Duration ANSWER = Duration.ofSeconds(10);

  /** What a topic tells was stamped by the clock of another process than an id. */
  static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

  private static final Set<String> SOURCES =
      Part.services().stream().map(part -> "/" + part.label()).collect(Collectors.toSet());
  private static final ObjectMapper JSON = new ObjectMapper();

  private final KafkaConsumer<String, byte[]> consumer;
  private final Collection<TopicPartition> partitions;
  private final Optional<Instant> since;

  TopicReader(String bootstrapServers, Collection<String> topics, InstantSource time) {
    this.consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                Math.toIntExact(ANSWER.toMillis()),
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    this.partitions =
        topics.stream()
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    this.since = forgotten().stream().map(it -> oldest(it, time)).max(naturalOrder());
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  private List<TopicPartition> forgotten() {
    return consumer.beginningOffsets(partitions).entrySet().stream()
        .filter(begin -> begin.getValue() > 0)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Of its first record, as far as clocks agree; one that has none remembers nothing. */
  private Instant oldest(TopicPartition partition, InstantSource time) {
    var first = consumer.offsetsForTimes(Map.of(partition, 0L)).get(partition);
    return first == null
        ? time.instant()
        : Instant.ofEpochMilli(first.timestamp()).plus(CLOCKS_DIFFER);
  }

  /**
   * What was begun later is remembered in full; empty if nothing was forgotten when this reader
   * began.
   */
  Optional<Instant> since() {
    return since;
  }

  /** Hands over everything from where it stopped up to now. */
  void readOn(Consumer<Told> reader) {
    var ends = consumer.endOffsets(partitions);
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      consumer.poll(POLL).forEach(each -> reader.accept(told(each)));
    }
  }

  private static Told told(ConsumerRecord<String, byte[]> it) {
    return new Told(
        it.topic(),
        it.topic() + "-" + it.partition() + "@" + it.offset(),
        text(it, Headers.ID),
        SOURCES.contains(text(it, Headers.SOURCE)),
        it.topic().equals(Topics.SAGA_REPLIES) ? outcome(it.value()) : null);
  }

  private static String text(ConsumerRecord<String, byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null ? "" : new String(header.value(), UTF_8);
  }

  private static @Nullable String outcome(byte @Nullable [] body) {
    try {
      return body == null ? null : outcome(JSON.readTree(new String(body, UTF_8)).path("reply"));
    } catch (JsonProcessingException _) {
      return null; // garbage has no outcome
    }
  }

  private static @Nullable String outcome(JsonNode reply) {
    return List.of("done", "refused", "undone").contains(reply.path("outcome").asText())
        ? reply.path("outcome").asText()
        : null;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
