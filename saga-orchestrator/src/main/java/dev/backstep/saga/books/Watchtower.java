package dev.backstep.saga.books;

import io.micrometer.prometheus.PrometheusMeterRegistry;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/**
 * Looks at the metrics of every service, this one included, while somebody reads the books. Never
 * makes a reader wait for a service: he gets the last look, and a new one is taken behind him.
 */
@Singleton
@SuppressWarnings("deprecation") // the framework comes with this registry alone
class Watchtower {
  static final String SELF = "saga-orchestrator";

  /** Delays are told of so long. */
  private static final Duration MEMORY = Duration.ofMinutes(1);

  private static final Logger LOG = Logger.getLogger(Watchtower.class);

  private record Seen(Instant at, Metrics metrics) {}

  private final ServiceAddresses addresses;
  private final MetricsClient client;
  private final PrometheusMeterRegistry registry;
  private final InstantSource time;
  private final Map<String, Deque<Seen>> memory = new HashMap<>();

  Watchtower(
      ServiceAddresses addresses,
      MetricsClient client,
      PrometheusMeterRegistry registry,
      InstantSource time) {
    this.addresses = addresses;
    this.client = client;
    this.registry = registry;
    this.time = time;
  }

  /** Asks them all; those that are silent cost their patience. */
  synchronized List<Look> look() throws InterruptedException {
    var looks = new ArrayList<Look>();
    looks.add(self());
    for (var service : new TreeMap<>(addresses.services()).entrySet()) {
      looks.add(look(service.getKey(), service.getValue()));
    }
    return looks;
  }

  private Look self() {
    var now = Metrics.parse(registry.scrape());
    return new Look(SELF, time.instant(), List.of(now), List.of(remember(SELF, now)), "");
  }

  private Look look(String service, List<String> urls) throws InterruptedException {
    var now = new ArrayList<Metrics>();
    var earlier = new ArrayList<Metrics>();
    var why = "";
    for (var url : urls) {
      try {
        var metrics = client.ask(url);
        now.add(metrics);
        earlier.add(remember(url, metrics));
      } catch (IOException e) {
        LOG.debugf(e, "%s at %s is silent", service, url);
        why = "It does not answer (" + e.getClass().getSimpleName() + ").";
      }
    }
    return new Look(service, time.instant(), now, earlier, why);
  }

  /** Returns what was seen a minute ago, or at first. */
  private Metrics remember(String place, Metrics metrics) {
    var seen = memory.computeIfAbsent(place, _ -> new ArrayDeque<>());
    var now = time.instant();
    while (seen.size() > 1 && seen.getFirst().at().isBefore(now.minus(MEMORY))) {
      seen.removeFirst();
    }
    var earlier = seen.isEmpty() ? new Metrics(List.of()) : seen.getFirst().metrics();
    seen.addLast(new Seen(now, metrics));
    return earlier;
  }
}
