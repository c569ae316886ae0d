package dev.backstep.bench.load;

import dev.backstep.stack.process.Patience;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;

/** One round under way. What answers and what is counted belongs to the context's one thread. */
final class Round {
  /** Nothing moved for so long: what is not finished now never will be. */
  private static final Duration STANDSTILL = Duration.ofSeconds(30);

  private static final int DIGITS = 3;
  private static final double NANOS = 1e9;

  /** Posts the order of that buyer. */
  interface Post {
    void post(long buyer, Buffer body, Consumer<OrderClient.Answer> then);
  }

  private final RoundPlan plan;
  private final Sightings sightings;
  private final Context context;
  private final Post post;
  private final Wishes wishes;
  private final Tally tally = new Tally();
  private final Histogram answered = new Histogram(DIGITS);
  private volatile Answers answers = tally.answers();
  private long start;
  private long half;
  private long finishedAtHalf;

  Round(RoundPlan plan, Sightings sightings, Context context, Post post) {
    this.plan = plan;
    this.sightings = sightings;
    this.context = context;
    this.post = post;
    this.wishes = new Wishes(plan.shelf(), plan.declinedPercent());
  }

  RoundResult play() throws InterruptedException {
    start = System.nanoTime();
    new Pacer(plan.arrivals(), () -> System.nanoTime() - start, this::release).run();
    long offering = System.nanoTime() - start;
    long finished = sightings.finished();
    // What was due and is not final counts, whether its answer has come or not.
    long backlog = plan.arrivals().count() - finished - answers.turnedAway();
    drain();
    long draining = System.nanoTime() - start - offering;
    return new RoundResult(
        plan,
        answers,
        answered,
        sightings.confirmed(),
        sightings.rejected(),
        finished,
        steady(finished, offering),
        backlog,
        Duration.ofNanos(offering),
        Duration.ofNanos(draining),
        sightings.unfinished(),
        tally.firstFailure());
  }

  private double steady(long finished, long offering) {
    return (finished - finishedAtHalf) * NANOS / Math.max(1, offering - half);
  }

  private void release(long first, long last) {
    if (first <= plan.arrivals().count() / 2) {
      half = System.nanoTime() - start;
      finishedAtHalf = sightings.finished();
    }
    context.runOnContext(_ -> {
      for (long buyer = first; buyer < last; buyer++) {
        send(buyer);
      }
    });
  }

  private void send(long buyer) {
    long due = start + plan.arrivals().due(buyer);
    post.post(buyer, wishes.of(buyer), answer -> hear(answer, due));
  }

  private void hear(OrderClient.Answer answer, long due) {
    if (answer instanceof OrderClient.Accepted(var order)) {
      answered.recordValue(Math.max(0, System.nanoTime() - due));
      sightings.accepted(order, due);
    }
    tally.add(answer);
    answers = tally.answers();
  }

  private void drain() throws InterruptedException {
    long before;
    do {
      before = moved();
      long then = before;
      Patience.until(STANDSTILL, () -> isOver() || moved() > then);
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    } while (!isOver() && moved() > before);
  }

  private long moved() {
    return answers.all() + sightings.finished();
  }

  private boolean isOver() {
    return answers.all() == plan.arrivals().count() && sightings.unfinished() == 0;
  }
}
