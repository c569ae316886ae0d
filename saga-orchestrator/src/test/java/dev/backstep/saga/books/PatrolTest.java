package dev.backstep.saga.books;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheus.PrometheusConfig;
import io.micrometer.prometheus.PrometheusMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Services that count their books only when they are asked for the first time. */
@SuppressWarnings("deprecation") // as the watchtower's
class PatrolTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger remembered = new AtomicInteger();
  private HttpServer services;
  private Patrol patrol;

  @BeforeEach
  void startServices() throws IOException {
    services = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    services.createContext(
        "/q/metrics",
        exchange -> {
          var age = asked.incrementAndGet() <= 3 ? "NaN" : "0.1";
          var text = ("backstep_books_age_seconds " + age + "\n").getBytes(UTF_8);
          exchange.sendResponseHeaders(200, text.length);
          exchange.getResponseBody().write(text);
          exchange.close();
        });
    services.start();
    var url = List.of("http://127.0.0.1:" + services.getAddress().getPort());
    ServiceAddresses addresses =
        () -> Map.of(BookRules.PAYMENT, url, BookRules.ORDER, url, BookRules.INVENTORY, url);
    var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    var time = InstantSource.system();
    patrol =
        new Patrol(
            new Watchtower(addresses, new MetricsClient(), registry, time),
            remembered::incrementAndGet,
            time);
  }

  @AfterEach
  void stop() {
    patrol.onStop(new ShutdownEvent());
    services.stop(0);
  }

  @Test
  void theFirstReaderFindsTheBooksWithoutHavingAskedForThem() {
    patrol.start();
    await().atMost(SOON).until(() -> asked.get() >= 6);
    assertThat(remembered).as("before anybody was asked").hasPositiveValue();
    await().atMost(SOON).until(() -> BookRules.allHaveTold(patrol.latest().looks()));
  }

  @Test
  void restsWhenEverybodyHasToldAndNobodyReads() {
    patrol.start();
    await().atMost(SOON).until(() -> asked.get() == 6);
    await().during(Patrol.SOON.multipliedBy(2)).atMost(SOON).until(() -> asked.get() == 6);
    assertThat(BookRules.allHaveTold(patrol.latest().looks())).isTrue();
  }
}
