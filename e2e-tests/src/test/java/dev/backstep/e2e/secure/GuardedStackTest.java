package dev.backstep.e2e.secure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstep.contracts.Topics;
import dev.backstep.e2e.audit.Audit;
import dev.backstep.e2e.audit.Rest;
import dev.backstep.e2e.audit.Strength;
import dev.backstep.e2e.shop.Mix;
import dev.backstep.e2e.shop.Pace;
import dev.backstep.e2e.shop.Sale;
import dev.backstep.stack.layout.Databases;
import dev.backstep.stack.layout.Part;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The settings of the pattern for production, with real certificates. */
class GuardedStackTest {
  private static final int ORDERS = 60;
  private static final Duration REST = Duration.ofMinutes(2);

  private static GuardedStack guarded;

  @BeforeAll
  static void start() throws Exception {
    guarded = GuardedStack.start();
  }

  @AfterAll
  static void stop() {
    guarded.close();
  }

  @Test
  void carriesEveryOrderToItsEndByTlsAlone() throws Exception {
    var sale = new Sale(guarded.layout());
    sale.stock(ORDERS);
    var takings =
        sale.sell(
            Mix.parse("declined=10,unserviceable=5").deal(ORDERS, new Random(1)),
            new Pace.Queue(8));

    assertThat(takings.areComplete()).as(takings.toString()).isTrue();
    assertThat(Rest.await(guarded.layout(), REST)).isEmpty();
    var report = Audit.of(guarded.layout(), Strength.AT_REST, takings.history());
    assertThat(report.isClean()).as(report.table()).isTrue();
    for (Part service : Part.services()) {
      assertThat(connections(service, "ssl")).as(service.label()).isPositive();
      assertThat(connections(service, "NOT ssl")).as(service.label()).isZero();
    }
  }

  private static long connections(Part service, String how) throws SQLException {
    var sql =
        """
        SELECT count(*) FROM pg_stat_ssl JOIN pg_stat_activity USING (pid)
        WHERE usename = '%s' AND %s
        """
            .formatted(Databases.of(service), how);
    try (var connection = guarded.stack().superuser(Databases.SUPERUSER);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @Test
  void aServiceMayNotSpeakForAnother() {
    try (var producer = producer(guarded.login(Part.ORDER_SERVICE))) {
      assertThatThrownBy(() -> send(producer, Topics.PAYMENT_COMMANDS))
          .isInstanceOf(TopicAuthorizationException.class);
      assertThatThrownBy(() -> send(producer, Topics.SAGA_EVENTS))
          .isInstanceOf(TopicAuthorizationException.class);
    }
  }

  @Test
  void aServiceMayNotListenToAnother() {
    try (var consumer = consumer(Part.PAYMENT_SERVICE, "payment-service-spy")) {
      consumer.assign(List.of(new TopicPartition(Topics.SHIPPING_COMMANDS, 0)));
      assertThatThrownBy(() -> consumer.poll(Duration.ofSeconds(20)))
          .isInstanceOf(TopicAuthorizationException.class);
    }
    try (var consumer = consumer(Part.PAYMENT_SERVICE, "inventory-service")) {
      consumer.subscribe(List.of(Topics.PAYMENT_COMMANDS));
      assertThatThrownBy(() -> consumer.poll(Duration.ofSeconds(20)))
          .isInstanceOf(GroupAuthorizationException.class);
    }
  }

  @Test
  void aWrongPasswordIsRefused() {
    var wrong = guarded.login(Part.ORDER_SERVICE).replace("for-", "against-");
    try (var producer = producer(wrong)) {
      assertThatThrownBy(() -> send(producer, Topics.ORDER_EVENTS))
          .isInstanceOf(SaslAuthenticationException.class);
    }
  }

  @Test
  void aCertificateOfAnotherNameIsRefused() {
    var port = guarded.layout().port(Part.POSTGRES);
    var url =
        "jdbc:postgresql://localhost:%d/postgres?sslmode=verify-full&sslrootcert=%s"
            .formatted(port, guarded.authority().caFile());
    var password = guarded.stack().password(Databases.SUPERUSER);
    assertThatThrownBy(
            () -> DriverManager.getConnection(url, Databases.SUPERUSER, password).close())
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("localhost");
  }

  @Test
  void aServiceAnswersByHttpsToWhoeverTrustsItsAuthority() throws Exception {
    var ready = URI.create(guarded.orders() + "/q/health/ready");
    var request = HttpRequest.newBuilder(ready).build();
    try (var trusting = HttpClient.newBuilder().sslContext(trust()).build()) {
      assertThat(trusting.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }
    try (var stranger = HttpClient.newHttpClient()) {
      assertThatThrownBy(() -> stranger.send(request, BodyHandlers.ofString()))
          .isInstanceOf(SSLHandshakeException.class);
    }
  }

  private static SSLContext trust() throws Exception {
    var store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    try (var file = Files.newInputStream(guarded.authority().caFile())) {
      store.setCertificateEntry(
          "ca", CertificateFactory.getInstance("X.509").generateCertificate(file));
    }
    var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trusted.init(store);
    var context = SSLContext.getInstance("TLS");
    context.init(null, trusted.getTrustManagers(), null);
    return context;
  }

  private static void send(KafkaProducer<String, String> producer, String topic) throws Throwable {
    try {
      producer.send(new ProducerRecord<>(topic, "key", "value")).get();
    } catch (ExecutionException e) {
      var cause = e.getCause();
      throw cause == null ? e : cause;
    }
  }

  private static KafkaProducer<String, String> producer(String login) {
    var settings = client(login);
    settings.put("max.block.ms", "20000");
    return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
  }

  private static KafkaConsumer<String, String> consumer(Part service, String group) {
    var settings = client(guarded.login(service));
    settings.put("group.id", group);
    settings.put("auto.offset.reset", "earliest");
    return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
  }

  private static Map<String, Object> client(String login) {
    return new HashMap<>(
        Map.of(
            "bootstrap.servers",
            guarded.kafka(),
            "security.protocol",
            "SASL_SSL",
            "sasl.mechanism",
            "SCRAM-SHA-512",
            "sasl.jaas.config",
            login,
            "ssl.truststore.type",
            "PEM",
            "ssl.truststore.location",
            guarded.authority().caFile().toString()));
  }
}
