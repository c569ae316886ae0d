package dev.backstep.e2e.shop;

import dev.backstep.stack.layout.Layout;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Opens the doors, lets shoppers in, and counts what they bought. For one run. */
public final class Sale {
  /** So many customers; each has a token of his own and orders again and again. */
  private static final int CUSTOMERS = 50;

  /** The same orders in every run: two runs can be compared. */
  private static final long SEED = 20_240_229;

  /** How often somebody who waits looks whether the shop is still open. */
  private static final long LOOK_UP_MILLIS = 100;

  private final Backend backend;
  private final Queue<Purchase> purchases = new ConcurrentLinkedQueue<>();
  private final RandomGenerator random = RandomGeneratorFactory.getDefault().create(SEED);
  private volatile boolean open = true;

  /** Before the services of that stack. */
  public Sale(Layout layout) {
    this.backend = new Backend(layout);
  }

  /** Lists what will be bought and brings in enough of it. */
  public void stock(int orders) throws IOException, InterruptedException {
    new Goods(backend).stock(orders);
  }

  /** Returns when every order has an ending, or {@link #close} was called. */
  public Takings sell(List<Kind> orders, Pace pace) throws InterruptedException {
    long start = System.nanoTime();
    try (var shoppers = Executors.newVirtualThreadPerTaskExecutor()) {
      letIn(orders, pace, shoppers);
      awaitEndings(orders.size(), shoppers);
    }
    return new Takings(
        orders.size(), List.copyOf(purchases), Duration.ofNanos(System.nanoTime() - start));
  }

  private void letIn(List<Kind> orders, Pace pace, ExecutorService shoppers)
      throws InterruptedException {
    var places = new Semaphore(pace.inFlight());
    long due = System.nanoTime();
    for (var kind : orders) {
      due = nextDue(pace, due);
      if (!findsRoom(places)) {
        return;
      }
      letIn(kind, pace instanceof Pace.Queue ? System.nanoTime() : due, shoppers, places);
    }
  }

  private long nextDue(Pace pace, long before) {
    long due = before + pace.gap(random).toNanos();
    long now;
    while (open && (now = System.nanoTime()) - due < 0) {
      LockSupport.parkNanos(due - now);
    }
    return due;
  }

  private boolean findsRoom(Semaphore places) throws InterruptedException {
    while (open) {
      if (places.tryAcquire(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS)) {
        return open;
      }
    }
    return false;
  }

  private void letIn(Kind kind, long due, ExecutorService shoppers, Semaphore places) {
    var body = Goods.order(kind, random);
    var name = "shopper-" + random.nextInt(CUSTOMERS);
    shoppers.execute(() -> {
      try {
        purchases.add(new Shopper(backend, name).buy(kind, body, due));
      } finally {
        places.release();
      }
    });
  }

  private void awaitEndings(int orders, ExecutorService shoppers) throws InterruptedException {
    shoppers.shutdown();
    while (open && purchases.size() < orders) {
      if (shoppers.awaitTermination(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS)) {
        return;
      }
    }
    shoppers.shutdownNow();
  }

  /** What came to an end so far. */
  public List<Purchase> soFar() {
    return List.copyOf(purchases);
  }

  /** Lets nobody in any more and sends those home who wait; {@link #sell} returns soon after. */
  public void close() {
    open = false;
  }
}
