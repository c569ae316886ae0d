package dev.backstep.e2e.torture;

import dev.backstep.e2e.audit.History;
import dev.backstep.e2e.audit.History.Answer;
import dev.backstep.e2e.audit.History.Request;
import dev.backstep.e2e.shop.Goods;
import dev.backstep.e2e.shop.Kind;
import dev.backstep.e2e.shop.Mix;
import dev.backstep.stack.layout.Instance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Shoppers who come at a rate, whatever happens inside, and insist: a request without an answer is
 * repeated under the same key until the crowd goes home. Nobody waits for his order to be final.
 */
final class Crowd {
  /** Trouble of every kind, but no card that takes seconds: a round ends soon after its fault. */
  private static final Mix MIX =
      Mix.parse("declined=8,insufficient-funds=2,out-of-stock=5,unserviceable=10,unavailable=3");

  /** So long they insist after the doors were closed. */
  private static final Duration INSISTENCE = Duration.ofSeconds(20);

  /** So much longer they wait each time before they ask again. */
  private static final Duration PAUSE = Duration.ofMillis(300);

  /** Thousands who ask more often would be an attack. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);

  private static final int CUSTOMERS = 20;
  private static final int DEALT = 1_000;

  private final Counter counter;
  private final Duration usual;
  private final Random random;
  private final Queue<Request> requests = new ConcurrentLinkedQueue<>();
  private volatile Duration gap;
  private volatile long closedAt;
  private volatile boolean open;
  private @Nullable Thread doors;
  private @Nullable ExecutorService shoppers;

  Crowd(Counter counter, double perSecond, long seed) {
    this.counter = counter;
    this.usual = Duration.ofNanos(Math.round(1e9 / perSecond));
    this.gap = usual;
    this.random = new Random(seed);
  }

  /**
   * They come from now on.
   *
   * @param remembered whether they look for their orders without a token, as on another device
   */
  void open(boolean remembered) {
    counter.expectMemory(remembered);
    open = true;
    shoppers = Executors.newVirtualThreadPerTaskExecutor();
    doors = Thread.ofPlatform().daemon().name("doors").start(this::letIn);
  }

  /** From now on so many come within that time, unless more are usual. */
  void swell(int orders, Duration within) {
    if (orders > 0 && within.dividedBy(orders).compareTo(usual) < 0) {
      gap = within.dividedBy(orders);
    }
  }

  /** No more than usual come. */
  void ebb() {
    gap = usual;
  }

  private void letIn() {
    var dealt = MIX.deal(DEALT, random);
    long due = System.nanoTime();
    for (int i = 0; open; i++) {
      due += gap.toNanos();
      LockSupport.parkNanos(due - System.nanoTime());
      var kind = dealt.get(i % DEALT);
      var body = Goods.order(kind, random);
      var customer = "shopper-" + random.nextInt(CUSTOMERS);
      if (shoppers != null) {
        shoppers.execute(() -> insist(kind, body, customer));
      }
    }
  }

  private void insist(Kind kind, String body, String customer) {
    var key = kind.label() + "-" + UUID.randomUUID();
    var told = counter.ask(customer, key, body);
    for (int asked = 1; told.answer() instanceof Answer.Unknown && !isTired(); asked++) {
      LockSupport.parkNanos(Math.max(pause(asked).toNanos(), told.away().toNanos()));
      told = counter.ask(customer, key, body);
    }
    requests.add(new Request(customer, key, told.answer()));
    if (told.answer() instanceof Answer.Promised(var order)) {
      counter.look(customer, order);
    }
  }

  private static Duration pause(int asked) {
    var pause = PAUSE.multipliedBy(asked);
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }

  private boolean isTired() {
    return !open && System.nanoTime() - closedAt > INSISTENCE.toNanos();
  }

  /** Nobody comes any more; returns when all have their answers, or have given up. */
  void close() throws InterruptedException {
    closedAt = System.nanoTime();
    open = false;
    if (doors != null && shoppers != null) {
      doors.join();
      shoppers.close();
    }
  }

  /** What they know, of all times that the doors were open. */
  History history() {
    return new History(new ArrayList<>(requests));
  }

  /** What is to be said against how they were served; asking clears it. */
  List<String> complaints() {
    return counter.complaints();
  }

  /** What those who served them slowly were doing; asking clears it. */
  List<String> stalls() {
    return counter.stalls();
  }

  void avoid(Set<Instance> silent) {
    counter.avoid(silent);
  }

  /** Whether every request that reaches a process is to be answered by it. */
  void expectAnswers(boolean expected) {
    counter.expectAnswers(expected);
  }
}
