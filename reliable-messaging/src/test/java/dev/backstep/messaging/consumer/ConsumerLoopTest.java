package dev.backstep.messaging.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.backstep.contracts.Topics;
import dev.backstep.messaging.intake.Poll;
import dev.backstep.messaging.wire.Received;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.testing.TestStack;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConsumerLoopTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String bootstrap = TestStack.shared(Set.of(Part.KAFKA)).kafkaBootstrap();
  private final String key = UUID.randomUUID().toString();
  private final String group = "group-" + key;
  private final List<String> taken = new CopyOnWriteArrayList<>();
  private final AtomicBoolean lost = new AtomicBoolean();
  private final AtomicInteger failures = new AtomicInteger();
  private final List<Running> running = new CopyOnWriteArrayList<>();

  @AfterEach
  void stop() {
    running.forEach(Running::stop);
  }

  @Test
  void handsOverWhatItPollsInOrder() {
    start();
    publish(1, 200);

    await().atMost(PATIENCE).until(() -> taken.size() == 200);
    assertThat(taken).isEqualTo(numbers(1, 200));
  }

  @Test
  void goesOnWhereItStopped() {
    var first = start();
    publish(1, 20);
    await().atMost(PATIENCE).until(() -> taken.size() == 20);
    first.stop();

    start();
    publish(21, 30);
    await().atMost(PATIENCE).until(() -> taken.contains("30"));
    assertThat(taken).as("nothing twice after a clean stop").isEqualTo(numbers(1, 30));
  }

  @Test
  void repeatsAPollThatFailedRatherThanToLoseIt() {
    failures.set(2);
    start();
    publish(1, 10);

    await().atMost(PATIENCE).until(() -> taken.size() == 10);
    assertThat(failures).hasValue(0);
    assertThat(taken).isEqualTo(numbers(1, 10));
  }

  @Test
  void deliversTheLogAgainToWhoLostWhatHeMadeOfIt() {
    start();
    publish(1, 10);
    await().atMost(PATIENCE).until(() -> taken.size() == 10);

    taken.clear();
    lost.set(true);
    publish(11, 12);
    await().atMost(PATIENCE).until(() -> taken.containsAll(numbers(1, 12)));
  }

  @Test
  void sharesAChannelWithAnotherInstance() {
    start();
    start();
    publish(1, 50);

    await().atMost(PATIENCE).until(() -> Set.copyOf(taken).size() == 50);
  }

  private Running start() {
    var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of(
                "bootstrap.servers",
                bootstrap,
                "group.id",
                group,
                "enable.auto.commit",
                false,
                "auto.offset.reset",
                "earliest"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    var loop =
        new ConsumerLoop(
            consumer,
            List.of(Topics.SAGA_EVENTS),
            new Handler(),
            duration -> {},
            System::nanoTime,
            ConsumerListener.NONE);
    var thread = Thread.ofPlatform().start(loop);
    var started = new Running(loop, thread);
    running.add(started);
    return started;
  }

  private void publish(int from, int to) {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", bootstrap),
            new StringSerializer(),
            new ByteArraySerializer())) {
      for (var number : numbers(from, to)) {
        var _ =
            producer.send(new ProducerRecord<>(Topics.SAGA_EVENTS, key, number.getBytes(UTF_8)));
      }
    }
  }

  private static List<String> numbers(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(Integer::toString).toList();
  }

  private final class Handler implements PollConsumer {
    @Override
    public String channel() {
      return "test";
    }

    @Override
    public boolean wantsTheLogAgain() {
      return lost.getAndSet(false);
    }

    @Override
    public void take(Poll poll) {
      var mine = poll.records().stream().filter(it -> key.equals(it.key())).toList();
      if (!mine.isEmpty() && failures.get() > 0) {
        failures.decrementAndGet();
        throw new IllegalStateException("not yet");
      }
      mine.stream().map(Received::body).map(it -> new String(it, UTF_8)).forEach(taken::add);
    }
  }

  private record Running(ConsumerLoop loop, Thread thread) {
    void stop() {
      loop.stop();
      try {
        assertThat(thread.join(PATIENCE)).isTrue();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }
}
