package dev.backstep.bench.limit;

import dev.backstep.bench.load.Arrivals;
import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.StackFailure;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;

/** Sagas a second that plain JDBC finishes on this machine, now. */
public final class Limit {
  /** Of one transaction per step; and as many statements. */
  public static final int TRANSACTIONS = 4;

  private static final double NANOS = 1e9;
  private static final int DIGITS = 3;

  /** Enough for the compilers, short beside a round. */
  private static final int WARM_UP_SAGAS = 2_000;

  /**
   * What came of a row.
   *
   * @param perSecond sagas that were finished each second
   * @param sagas all that were finished, in the warm-up too
   */
  public record Rate(double perSecond, long sagas) {}

  private interface Lanes {
    Lane open(LimitDatabase database) throws SQLException;
  }

  private final Layout layout;
  private final int products;
  private final Duration warmUp;
  private final Duration length;

  /**
   * Measures beside a running stack that is at rest.
   *
   * @param products as many as in the rounds of the services
   * @param warmUp not counted
   * @param length counted
   */
  public Limit(Layout layout, int products, Duration warmUp, Duration length) {
    this.layout = layout;
    this.products = products;
    this.warmUp = warmUp;
    this.length = length;
  }

  /** One transaction per step and saga, over so many connections at a time. */
  public Rate onePerStep(int connections) throws InterruptedException {
    return measure(connections, database -> new SingleLane(database.connect(), products));
  }

  /** Multi-row statements over hundreds of sagas, over so many connections at a time. */
  public Rate batched(int connections) throws InterruptedException {
    return measure(connections, database -> new BatchLane(database.connect(), products));
  }

  private Rate measure(int connections, Lanes lanes) throws InterruptedException {
    try (var database = LimitDatabase.create(layout, products)) {
      double perSecond = measure(connections, lanes, database);
      return new Rate(perSecond, database.finished());
    } catch (SQLException | ExecutionException e) {
      throw failure(e);
    }
  }

  /**
   * How long one saga takes in one transaction per step, in nanoseconds from when it was due.
   *
   * @param arrivals slow enough for one connection
   */
  public Histogram latency(Arrivals arrivals) throws InterruptedException {
    try (var database = LimitDatabase.create(layout, products);
        var lane = new SingleLane(database.connect(), products)) {
      for (int saga = 0; saga < WARM_UP_SAGAS; saga++) {
        lane.runOnce();
      }
      return latency(arrivals, lane);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private static Histogram latency(Arrivals arrivals, Lane lane)
      throws InterruptedException, SQLException {
    var histogram = new Histogram(DIGITS);
    long start = System.nanoTime();
    for (long saga = 0; saga < arrivals.count(); saga++) {
      long due = start + arrivals.due(saga);
      Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
      lane.runOnce();
      histogram.recordValue(Math.max(0, System.nanoTime() - due));
    }
    return histogram;
  }

  private static StackFailure failure(Exception e) {
    return new StackFailure("the limit cannot be measured: " + e.getMessage(), e);
  }

  private double measure(int connections, Lanes lanes, LimitDatabase database)
      throws InterruptedException, ExecutionException {
    var finished = new AtomicLong();
    long end = System.nanoTime() + warmUp.plus(length).toNanos();
    try (var workers = Executors.newFixedThreadPool(connections)) {
      var all = new ArrayList<Future<Boolean>>();
      for (int lane = 0; lane < connections; lane++) {
        all.add(workers.submit(() -> run(lanes, database, end, finished)));
      }
      Thread.sleep(warmUp);
      long begin = System.nanoTime();
      long before = finished.get();
      Thread.sleep(length);
      double perSecond = (finished.get() - before) * NANOS / (System.nanoTime() - begin);
      for (var each : all) {
        each.get();
      }
      return perSecond;
    }
  }

  private static boolean run(Lanes lanes, LimitDatabase database, long end, AtomicLong finished)
      throws SQLException {
    try (var lane = lanes.open(database)) {
      while (System.nanoTime() < end) {
        finished.addAndGet(lane.runOnce());
      }
    }
    return true;
  }
}
