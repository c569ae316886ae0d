package dev.backstep.bench.reads;

import dev.backstep.bench.report.Figure;
import dev.backstep.bench.report.Report;
import dev.backstep.bench.report.Row;
import dev.backstep.bench.report.Section;
import dev.backstep.bench.stack.BenchStack;
import dev.backstep.bench.stack.Shopkeeper;
import dev.backstep.stack.layout.Instance;
import dev.backstep.stack.layout.Overrides;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.layout.StackFailure;
import dev.backstep.stack.postgres.Replica;
import dev.backstep.stack.token.Role;
import dev.backstep.stack.token.TokenMint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Plays the same customers against each strategy, with a replica in good health and with one that
 * is behind, and counts what they should have seen and did not.
 *
 * @param round how long each of the rounds takes
 * @param strategies those that are played, in this order
 */
public record ReadsRun(Duration round, List<String> strategies, Consumer<String> narration) {
  /** All that people use, as {@code backstep.reads.strategy} names them. */
  public static final List<String> STRATEGIES =
      List.of("leader-only", "time-window", "lsn", "token");

  /** More than the window of the strategy time-window and the rest of those who come back. */
  private static final Duration LAG = Duration.ofSeconds(6);

  /** They also order, and each order is a saga on the same two processors. */
  private static final int WHO_NEVER_REST = 6;

  private static final int WHO_COME_BACK = 24;

  /** Until everybody is warm. */
  private static final Duration WARM_UP = Duration.ofSeconds(2);

  private static final int UNITS = 1_000_000;
  private static final List<Instance> INSTANCES =
      List.of(Instance.of(Part.ORDER_SERVICE), new Instance(Part.ORDER_SERVICE, 2));
  private static final List<String> COLUMNS =
      List.of(
          "reads",
          "missed",
          "backwards",
          "failed",
          "primary %",
          "behind %",
          "Redis %",
          "p50 ms",
          "p99 ms");
  private static final List<String> BEHIND = List.of("replica-behind", "wait-over");
  private static final List<String> REDIS = List.of("memory-away");

  /** Starts that stack, and stops nothing. */
  public Report on(BenchStack stack) throws InterruptedException {
    narration.accept("starting");
    stack.start();
    new Shopkeeper(stack.layout()).stock("READ", 1, UNITS);
    var rows = new ArrayList<Row>();
    for (var strategy : strategies) {
      choose(stack, strategy);
      for (var lag : List.of(Duration.ZERO, LAG)) {
        new Replica(stack.layout()).delay(lag);
        for (var habit : Habit.values()) {
          rows.add(play(stack, strategy, lag, habit));
        }
      }
      new Replica(stack.layout()).delay(Duration.ZERO);
    }
    narration.accept("a rush on an expired product");
    var rush = new Rush(stack).play();
    return new Report(
        Map.of(
            "never rest", WHO_NEVER_REST + " customers, two devices and two instances each",
            "come back", WHO_COME_BACK + " after " + Customer.REST.toMillis() + " ms each time"),
        List.of(
            new Section("strategy, replica, customers", COLUMNS, rows),
            new Section("a rush on an expired product", Rush.COLUMNS, rush)));
  }

  private static void choose(BenchStack stack, String strategy) {
    for (var instance : INSTANCES) {
      stack.processes().stop(instance);
      new Overrides(stack.layout().directory(), instance)
          .write(Map.of("backstep.reads.strategy", strategy), List.of());
      stack.processes().start(instance);
    }
  }

  private Row play(BenchStack stack, String strategy, Duration lag, Habit habit)
      throws InterruptedException {
    var health = lag.isZero() ? "well" : lag.toSeconds() + " s behind";
    var name = "%s, %s, %s".formatted(strategy, health, habit.text());
    narration.accept(name);
    var urls = INSTANCES.stream().map(stack.layout()::url).toList();
    play(stack, urls, new Sightings(), WARM_UP, Habit.NEVER_REST);
    var before = Targets.of(urls);
    var sightings = new Sightings();
    play(stack, urls, sightings, round, habit);
    return row(name, sightings, Targets.of(urls).minus(before));
  }

  private static void play(
      BenchStack stack, List<String> urls, Sightings sightings, Duration length, Habit habit)
      throws InterruptedException {
    long end = System.nanoTime() + length.toNanos();
    var mint = TokenMint.of(stack.layout());
    int customers = habit == Habit.COME_BACK ? WHO_COME_BACK : WHO_NEVER_REST;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<?>>();
      for (int i = 0; i < customers; i++) {
        var bearer = "Bearer " + mint.token(Role.CUSTOMER, "reader-" + System.nanoTime());
        var customer = new Customer(urls, bearer, "READ-0", sightings, new Random(i));
        running.add(
            threads.submit(() -> {
              customer.shop(habit, () -> System.nanoTime() > end);
              return true;
            }));
      }
      for (var each : running) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw new StackFailure("a customer failed: " + e.getCause(), e);
    }
  }

  private static Row row(String strategy, Sightings seen, Targets targets) {
    return Row.of(
        strategy,
        Figure.count(seen.reads()),
        Figure.count(seen.missedWrites()),
        Figure.count(seen.backwards()),
        Figure.count(seen.failures()),
        Figure.tenths(targets.primaryPercent()),
        Figure.tenths(targets.percentFor(BEHIND)),
        Figure.tenths(targets.percentFor(REDIS)),
        Figure.tenths(seen.millis(0.5)),
        Figure.tenths(seen.millis(0.99)));
  }
}
