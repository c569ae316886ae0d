package dev.backstep.rest.rehearsal;

import dev.backstep.rest.access.OwnToken;
import dev.backstep.rest.access.Roles;
import io.quarkus.arc.All;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/**
 * Rehearses before anybody can ask: the port opens when all that observe the start have returned.
 * Whoever comes first to a process that has compiled nothing waits for a second, and a crowd for
 * many. A rehearsal that fails costs only its effect.
 */
@Singleton
class Rehearsing {
  private static final Logger LOG = Logger.getLogger(Rehearsing.class);

  /** When everything else has started. */
  private static final int LAST = 10_000;

  private final RehearsalConfig config;
  private final List<Rehearsal.Request> requests;
  private final OwnToken token;
  private final Vertx vertx;
  private final int port;
  private final LongSupplier nanoTime = System::nanoTime;

  Rehearsing(
      RehearsalConfig config,
      @All List<Rehearsal> rehearsals,
      OwnToken token,
      Vertx vertx,
      VertxHttpConfig http) {
    this.config = config;
    this.requests = rehearsals.stream().flatMap(each -> each.requests().stream()).toList();
    this.token = token;
    this.vertx = vertx;
    this.port = http.determinePort(LaunchMode.current());
  }

  void onStart(@Observes @Priority(LAST) StartupEvent event) {
    if (requests.isEmpty() || config.rounds() == 0) {
      return;
    }
    long start = nanoTime.getAsLong();
    try (var stage = Stage.open(vertx, port, token.lend(Roles.CUSTOMER))) {
      int rounds = rehearse(stage, start);
      LOG.infof("Rehearsed %d times in %d ms", rounds, passed(start).toMillis());
    } catch (IOException e) {
      LOG.warnf("Opens without a rehearsal, so the first answers take longer: %s", e);
    } finally {
      token.takeBack();
    }
  }

  private int rehearse(Stage stage, long start) throws IOException {
    int rounds = 0;
    while (rounds < config.rounds() && passed(start).compareTo(config.limit()) < 0) {
      for (var request : requests) {
        stage.ask(request);
      }
      rounds++;
    }
    return rounds;
  }

  private Duration passed(long start) {
    return Duration.ofNanos(nanoTime.getAsLong() - start);
  }
}
