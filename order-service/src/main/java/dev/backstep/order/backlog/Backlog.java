package dev.backstep.order.backlog;

import dev.backstep.contracts.value.Refusal;
import dev.backstep.order.FinalState;
import dev.backstep.order.OrderState.Cancelled;
import dev.backstep.order.OrderState.Confirmed;
import dev.backstep.order.OrderState.Pending;
import dev.backstep.order.OrderState.Rejected;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/**
 * The orders that were placed on this instance and are under way, and whether there is room for
 * another.
 *
 * <p>Too much is offered when many are under way and even the quickest take long; that alone can be
 * mended by coming later. In an outage nothing is confirmed, so nothing is known: orders are taken
 * up to a bound, and wait. Starts empty with the process: what was placed before is not counted.
 */
@Singleton
public class Backlog {
  /** An order that is under way for longer may have ended on another instance. */
  static final Duration UNSURE = Duration.ofSeconds(1);

  /** An outage is not over in a moment. */
  static final Duration COME_BACK = Duration.ofSeconds(10);

  private static final Duration SOONEST = Duration.ofSeconds(1);
  private static final Duration LATEST = Duration.ofSeconds(30);

  private final UnderWay underWay = new UnderWay();
  private final Lately lately = new Lately();
  private final BacklogConfig limits;
  private final InstantSource time;

  /** Knows of no order yet, and shows how many it knows of as a metric. */
  public Backlog(BacklogConfig limits, InstantSource time, MeterRegistry registry) {
    this.limits = limits;
    this.time = time;
    registry.gauge("backstep.orders.under.way", underWay, UnderWay::size);
  }

  /** An order was recorded here. */
  public void placed(UUID order, Instant at) {
    underWay.add(order, at);
  }

  /** An order ended; one that was placed elsewhere is no concern of this instance. */
  public void becameFinal(FinalState last) {
    underWay.remove(last.orderId()).ifPresent(at -> ended(last, Duration.between(at, last.at())));
  }

  private void ended(FinalState last, Duration took) {
    switch (last.state()) {
      case Confirmed _ -> lately.confirmed(time.instant(), took);
      case Rejected(var reason) when isAnswer(reason) -> lately.refused(time.instant());
      case Rejected _, Cancelled _ -> {} // given up: that says nothing of the speed of answers
      case Pending _ -> throw new IllegalArgumentException("pending is no final state");
    }
  }

  private static boolean isAnswer(Refusal reason) {
    return switch (reason.code()) {
      case OUT_OF_STOCK,
          UNKNOWN_PRODUCT,
          PAYMENT_DECLINED,
          INSUFFICIENT_FUNDS,
          ADDRESS_NOT_SERVICEABLE ->
          true;
      case TIMED_OUT, CANCELLED, NOT_POSSIBLE -> false;
    };
  }

  /** Whether another order is taken now. In memory: asked for every order. */
  public Room room() {
    int count = underWay.size();
    if (count >= limits.most()) {
      return new Room.None(COME_BACK);
    }
    return count < limits.few() ? new Room.Free() : room(count, time.instant());
  }

  private Room room(int count, Instant now) {
    boolean slow = lately.quickest(now).filter(this::isUnbearable).isPresent();
    var wait = Duration.ofMillis(Math.round(count / lately.perSecond(now) * 1_000));
    return slow && isUnbearable(wait)
        ? new Room.None(bounded(wait.minus(limits.bearable())))
        : new Room.Free();
  }

  private boolean isUnbearable(Duration wait) {
    return wait.compareTo(limits.bearable()) > 0;
  }

  private static Duration bounded(Duration wait) {
    return wait.compareTo(SOONEST) < 0 ? SOONEST : wait.compareTo(LATEST) > 0 ? LATEST : wait;
  }

  /** Orders that may have ended elsewhere, by turns. Whoever looks reports what he finds. */
  public List<UUID> unsure(int atMost) {
    return underWay.some(atMost, time.instant().minus(UNSURE));
  }
}
