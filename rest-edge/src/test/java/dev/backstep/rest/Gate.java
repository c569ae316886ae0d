package dev.backstep.rest;

import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Where requests wait until a test opens it. */
@Singleton
public class Gate {
  private static final int AFTER_ALL_OTHERS = 10;

  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicInteger came = new AtomicInteger();
  private final AtomicInteger reached = new AtomicInteger();

  void register(@Observes Filters filters) {
    filters.register(
        request -> {
          if (request.request().path().equals("/things/slow")) {
            came.incrementAndGet();
          }
          request.next();
        },
        AFTER_ALL_OTHERS);
  }

  void reached() throws InterruptedException {
    reached.incrementAndGet();
    closed.await();
  }

  /** How many have come into the house. */
  public int came() {
    return came.get();
  }

  /** How many of them had their turn, and stood here. */
  public int arrivals() {
    return reached.get();
  }

  public void open() {
    closed.countDown();
  }
}
