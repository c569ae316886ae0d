package dev.backstep.e2e.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.e2e.shop.Mix;
import dev.backstep.e2e.shop.Pace;
import dev.backstep.e2e.shop.Sale;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.testing.TestStack;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Topics keep what they were told for some days, databases for years. */
class TopicsThatForgetTest {
  private static final TestStack STACK = TestStack.shared(Part.usual());
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant FIRST = Instant.parse("2026-02-01T00:00:00Z");
  private static final Duration AN_HOUR = Duration.ofHours(1);

  private final DamagedWitnesses witnesses = new DamagedWitnesses(STACK);

  @BeforeAll
  static void sellSomething() throws Exception {
    var layout = STACK.processes().layout();
    var sale = new Sale(layout);
    sale.stock(5);
    sale.sell(Mix.parse("declined=20").deal(5, new Random(5)), new Pace.Queue(5));
    assertThat(Rest.await(layout, Duration.ofMinutes(2))).isEmpty();
  }

  @AfterEach
  void undoTheDamage() throws Exception {
    witnesses.close();
  }

  @Test
  void nothingIsAskedOfThemAboutWhatBeganBefore() throws Exception {
    witnesses.spread(_ -> Stream.empty()).forgetAllBefore(Instant.now());
    var report = new Audit(witnesses).judge(Strength.AT_REST);
    assertThat(report.isClean()).as(report.table()).isTrue();
  }

  @Test
  void everythingIsAskedOfThemAboutWhatBeganLater() throws Exception {
    witnesses.spread(_ -> Stream.empty()).forgetAllBefore(Instant.now().minus(AN_HOUR));
    assertThat(new Audit(witnesses).judge(Strength.AT_REST).broken())
        .containsExactly(new EveryChangeWasTold().claim());
  }

  @Test
  void whatTheyStillSayOfOlderSagasIsHeldAgainstTheDatabases() throws Exception {
    witnesses.forgetAllBefore(Instant.now());
    assertThat(new Audit(witnesses).judge(Strength.AT_REST).isClean()).isTrue();
    witnesses.spread(records ->
        Stream.concat(
            records, Stream.of(new Told("order.events", "order.events-0@0", "x", true, null))));
    assertThat(new Audit(witnesses).judge(Strength.AT_REST).broken())
        .containsExactly(new TopicsTellTheTruth().claim());
  }

  @Test
  void aTopicThatIsWholeRemembersEverything() throws Exception {
    try (var reader = reader(topic(2, 0))) {
      assertThat(reader.since()).isEmpty();
    }
  }

  @Test
  void aTopicRemembersFromItsFirstRecordOnAsFarAsClocksAgree() throws Exception {
    try (var reader = reader(topic(3, 2))) {
      assertThat(reader.since())
          .contains(FIRST.plus(AN_HOUR.multipliedBy(2)).plus(TopicReader.CLOCKS_DIFFER));
    }
  }

  @Test
  void aTopicThatHasForgottenEverythingRemembersNothing() throws Exception {
    try (var reader = reader(topic(2, 2))) {
      assertThat(reader.since()).contains(NOW);
    }
  }

  private static TopicReader reader(String topic) {
    return new TopicReader(STACK.kafkaBootstrap(), List.of(topic), () -> NOW);
  }

  /** With so many records, an hour apart, of which the first have been deleted. */
  private static String topic(int records, int deleted) throws Exception {
    var topic = new TopicPartition("forgets-" + UUID.randomUUID(), 0);
    Map<String, Object> client = Map.of("bootstrap.servers", STACK.kafkaBootstrap());
    try (var admin = Admin.create(client);
        var producer =
            new KafkaProducer<>(client, new StringSerializer(), new StringSerializer())) {
      var unlimited = Map.of("retention.ms", "-1");
      admin
          .createTopics(List.of(new NewTopic(topic.topic(), 1, (short) 1).configs(unlimited)))
          .all()
          .get();
      for (int i = 0; i < records; i++) {
        var at = FIRST.plus(AN_HOUR.multipliedBy(i)).toEpochMilli();
        producer.send(new ProducerRecord<>(topic.topic(), 0, at, "key", "value")).get();
      }
      admin.deleteRecords(Map.of(topic, RecordsToDelete.beforeOffset(deleted))).all().get();
    }
    return topic.topic();
  }
}
