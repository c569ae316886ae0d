package dev.backstep.e2e.reads;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;

/** Several who look far more often than they order, at a fixed pace. */
final class Lookers implements AutoCloseable {
  private static final int COUNT = 4;
  private static final Duration PACE = Duration.ofMillis(50);

  private final List<Looker> all = new ArrayList<>();

  /** They order. */
  Lookers(String sku) throws Exception {
    for (int i = 0; i < COUNT; i++) {
      all.add(new Looker(sku));
    }
  }

  /** They look, for so long; fails as the first look does. */
  void run(Duration round) throws Exception {
    try (var scheduler = Executors.newScheduledThreadPool(COUNT)) {
      var looking =
          all.stream()
              .map(looker ->
                  scheduler.scheduleAtFixedRate(
                      look(looker), 0, PACE.toMillis(), TimeUnit.MILLISECONDS))
              .toList();
      var over = scheduler.schedule(() -> true, round.toMillis(), TimeUnit.MILLISECONDS);
      over.get();
      looking.forEach(it -> it.cancel(false));
      for (var it : looking) {
        failAsItDid(it);
      }
    }
  }

  private static Runnable look(Looker looker) {
    return () -> {
      try {
        looker.look();
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    };
  }

  private static void failAsItDid(ScheduledFuture<?> looking) throws Exception {
    try {
      looking.get();
    } catch (CancellationException _) {
      // It went well until it was told to stop.
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  int looks() {
    return sum(Looker::looks);
  }

  int unavoidable() {
    return sum(Looker::unavoidable);
  }

  int lies() {
    return sum(Looker::lies);
  }

  private int sum(ToIntFunction<Looker> what) {
    return all.stream().mapToInt(what).sum();
  }

  @Override
  public void close() throws SQLException {
    for (var looker : all) {
      looker.close();
    }
  }
}
